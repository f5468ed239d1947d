package dev.annals.aggregate;

import dev.annals.CommandContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A command as it came from its topic.
 *
 * @param requestId under which its caller waits, or null
 * @param mayComeAgain whether its id is its caller's, who may use it again
 * @param resent whether it is a dead letter that was sent again
 * @param condition on which versions of its entity it is to be decided
 * @param message the command's bytes
 * @param place where the record lies
 * @param timestamp of the record, in milliseconds since 1970
 * @param traceParent the W3C trace context that came with it, or null
 * @param subject who asked for it, or null
 * @param hops how often event and command had led to each other when it was given, or null
 * @param deadline when and by which of its entity's deadlines it was due, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
record CommandRecord<K, C>(
        K key,
        Bytes keyBytes,
        C command,
        String messageId,
        @Nullable String requestId,
        boolean mayComeAgain,
        boolean resent,
        Condition condition,
        byte[] message,
        String correlationId,
        String causationId,
        byte @Nullable [] traceParent,
        byte @Nullable [] subject,
        byte @Nullable [] hops,
        @Nullable String deadline,
        Place place,
        long timestamp) {

    /** The context for one call of {@code decide}. */
    CommandContext context(long version) {
        return new Context(version);
    }

    private final class Context implements CommandContext {

        private final long version;
        private int ids;

        Context(long version) {
            this.version = version;
        }

        @Override
        public String messageId() {
            return messageId;
        }

        @Override
        public String correlationId() {
            return correlationId;
        }

        @Override
        public String causationId() {
            return causationId;
        }

        @Override
        public Instant time() {
            return Instant.ofEpochMilli(timestamp);
        }

        @Override
        public Optional<String> subject() {
            return Optional.ofNullable(subject).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public long version() {
            return version;
        }

        /** Made from the command's id and its place, both of which are the same when it is processed again. */
        @Override
        public UUID newId() {
            String name = messageId + '|' + place + '|' + ids++;
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }
}
