package dev.annals.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that a feed reads.
 *
 * @param identity of the topic: one that is deleted and created again, or lies in another cluster, is another
 */
record FeedScope(String identity, List<TopicPartition> partitions) {

    static final int HASH_BYTES = 8;

    /** Stands in ids, so that one of another topic, or of other partitions, is not taken for this one's. */
    byte[] hash() {
        String text = identity + '\n' + partitions;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
