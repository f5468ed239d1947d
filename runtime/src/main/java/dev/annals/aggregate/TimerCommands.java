package dev.annals.aggregate;

import dev.annals.serde.MessageSerde;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;

/** Makes the records of commands that are due. */
record TimerCommands<K, C>(Aggregate<K, C, ?, ?> aggregate, MessageSerde<C> serde) {

    /**
     * The record of a command.
     *
     * @param version of the entity's state
     * @param cause of the timer
     * @throws IllegalStateException when the command is for another entity
     */
    Record<byte[], byte[]> record(Timer timer, K key, C command, long version, TimerCause cause, long now) {
        K target = aggregate.keyOf(command);
        byte[] targetBytes = aggregate.keys().toBytes(target);
        String subject = aggregate.keys().toText(key);
        if (!Bytes.wrap(targetBytes).equals(timer.entity())) {
            throw new IllegalStateException(
                    "The command of a deadline is for its own entity, %s, and this one is for %s"
                            .formatted(subject, aggregate.keys().toText(target)));
        }
        String id = "%s%s:%s@%d:%s"
                .formatted(MessageHeaders.GENERATED_ID, aggregate.name(), subject, version, timer.name());
        Headers headers = MessageHeaders.ofCommand(
                        id, serde.typeName(command), aggregate.name().source(), now, subject)
                .add(MessageHeaders.DEADLINE, MessageHeaders.bytes(timer.toText()));
        cause.addTo(headers);
        Record<byte[], byte[]> record = new Record<>(targetBytes, serde.write(command), now, headers);
        RecordLimit.DEFAULT.require(record, "the command");
        return record;
    }
}
