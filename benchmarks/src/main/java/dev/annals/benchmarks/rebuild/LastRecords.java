package dev.annals.benchmarks.rebuild;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;

/** A digest of the last record of each key of a topic: its time, headers and value. */
final class LastRecords {

    private LastRecords() {}

    static Map<Bytes, Bytes> of(PlainReader reader, String topic) {
        Map<Bytes, Bytes> last = new HashMap<>();
        reader.read(topic, record -> last.put(Bytes.wrap(record.key()), digest(record)));
        return last;
    }

    private static Bytes digest(ConsumerRecord<byte[], byte[]> record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Long.toString(record.timestamp()).getBytes(StandardCharsets.UTF_8));
            record.headers().forEach(header -> {
                digest.update(header.key().getBytes(StandardCharsets.UTF_8));
                digest.update(header.value());
            });
            digest.update((byte) (record.value() == null ? 0 : 1));
            if (record.value() != null) {
                digest.update(record.value());
            }
            return Bytes.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
