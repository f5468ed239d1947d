package dev.annals.feed;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a feed has come: the next offset of each partition. As an id it is the scope's hash and the offsets, each in groups of
 * seven bits, the lowest first, of which all but the last have the eighth bit set; all of it in URL-safe Base64. Used by one thread.
 */
final class FeedPosition {

    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int LONGEST_SHIFT = 56;

    private final byte[] hash;
    private final Map<TopicPartition, Long> next;

    /**
     * A position.
     *
     * @param next the next offset of each of the scope's partitions
     */
    FeedPosition(FeedScope scope, Map<TopicPartition, Long> next) {
        this.hash = scope.hash();
        this.next = new LinkedHashMap<>();
        for (TopicPartition partition : scope.partitions()) {
            this.next.put(partition, next.getOrDefault(partition, 0L));
        }
    }

    /**
     * The position that an id stands for.
     *
     * @throws InvalidPositionException when it is none, or of another scope
     */
    static FeedPosition parse(FeedScope scope, String id) {
        ByteBuffer in = ByteBuffer.wrap(decode(id));
        Map<TopicPartition, Long> next = new LinkedHashMap<>();
        try {
            byte[] hash = new byte[FeedScope.HASH_BYTES];
            in.get(hash);
            if (!Arrays.equals(hash, scope.hash())) {
                throw new InvalidPositionException("It is the id of an event in another feed");
            }
            for (TopicPartition partition : scope.partitions()) {
                next.put(partition, read(in));
            }
        } catch (BufferUnderflowException e) {
            throw malformed();
        }
        FeedPosition position = new FeedPosition(scope, next);
        // Each position has one spelling.
        if (!position.id().equals(id)) {
            throw malformed();
        }
        return position;
    }

    /** The next offset of each partition. */
    Map<TopicPartition, Long> next() {
        return next;
    }

    void advance(TopicPartition partition, long nextOffset) {
        next.put(partition, nextOffset);
    }

    /** The position as an id. */
    String id() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(hash);
        next.values().forEach(offset -> write(out, offset));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    private static byte[] decode(String id) {
        try {
            return Base64.getUrlDecoder().decode(id);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static void write(ByteArrayOutputStream out, long offset) {
        long rest = offset;
        while (rest > SEVEN_BITS) {
            out.write((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(ByteBuffer in) {
        long offset = 0;
        for (int shift = 0; shift <= LONGEST_SHIFT; shift += 7) {
            byte group = in.get();
            offset |= (long) (group & SEVEN_BITS) << shift;
            if ((group & MORE) == 0) {
                return offset;
            }
        }
        throw malformed();
    }

    private static InvalidPositionException malformed() {
        return new InvalidPositionException("It is not the id of an event");
    }
}
