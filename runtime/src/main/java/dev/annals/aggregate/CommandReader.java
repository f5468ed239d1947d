package dev.annals.aggregate;

import dev.annals.avro.MalformedDataException;
import dev.annals.serde.MessageSerde;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads commands from the records of the commands topic. */
final class CommandReader<K, C> {

    private final Aggregate<K, C, ?, ?> aggregate;
    private final MessageSerde<C> commands;
    private final Partitioning partitioning;

    CommandReader(Aggregate<K, C, ?, ?> aggregate, MessageSerde<C> commands, Partitioning partitioning) {
        this.aggregate = aggregate;
        this.commands = commands;
        this.partitioning = partitioning;
    }

    /**
     * The command in a record.
     *
     * @throws RuntimeException when it is none, with a message that says why
     */
    CommandRecord<K, C> read(Record<byte[], byte[]> record, Place place) {
        byte[] message = value(record);
        C command = commands.read(message);
        K key = key(command, record.key());
        byte[] keyBytes = aggregate.keys().toBytes(key);
        requireOwnKey(record.key(), keyBytes, key);
        requireOwnPartition(keyBytes, place);
        Headers headers = record.headers();
        String givenId = MessageHeaders.text(headers, MessageHeaders.ID);
        String messageId = messageId(record, place);
        String requestId = MessageHeaders.text(headers, MessageHeaders.REQUEST);
        return new CommandRecord<>(
                key,
                Bytes.wrap(keyBytes),
                command,
                messageId,
                requestId,
                givenId != null && !givenId.equals(requestId),
                headers.lastHeader(MessageHeaders.RESENT) != null,
                condition(headers),
                message,
                Objects.requireNonNullElse(MessageHeaders.text(headers, MessageHeaders.CORRELATION_ID), messageId),
                Objects.requireNonNullElse(MessageHeaders.text(headers, MessageHeaders.CAUSATION_ID), messageId),
                MessageHeaders.value(headers, MessageHeaders.TRACE_PARENT),
                MessageHeaders.value(headers, MessageHeaders.AUTH_ID),
                MessageHeaders.value(headers, MessageHeaders.HOPS),
                MessageHeaders.text(headers, MessageHeaders.DEADLINE),
                place,
                record.timestamp());
    }

    /** Of a command that is not known, nothing but the record's key says which entity it is for. */
    private K key(C command, byte @Nullable [] recordKey) {
        if (aggregate.commands().unknownBytes(command) == null) {
            return aggregate.keyOf(command);
        } else if (recordKey == null) {
            throw new MalformedDataException("The record has no key, and its command is not known");
        }
        return aggregate.keys().fromBytes(recordKey);
    }

    /** The id of a command: the one it came with, or its place, which is as stable. */
    static String messageId(Record<byte[], byte[]> record, Place place) {
        return Objects.requireNonNullElseGet(MessageHeaders.text(record.headers(), MessageHeaders.ID), place::toString);
    }

    private static byte[] value(Record<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            throw new MalformedDataException("The record has no value");
        }
        return value;
    }

    /** Another key would place the command in a partition that does not hold its entity: two writers for one key. */
    private void requireOwnKey(byte[] recordKey, byte[] commandKey, K key) {
        if (!Arrays.equals(recordKey, commandKey)) {
            throw new MalformedDataException("%s, and its command's key is '%s'"
                    .formatted(
                            recordKey == null ? "The record has no key" : "The record has another key",
                            aggregate.keys().toText(key)));
        }
    }

    /** So would a producer that places keys in its own way, as those that build on librdkafka do unless they are told. */
    private void requireOwnPartition(byte[] key, Place place) {
        int own = partitioning.of(key);
        if (own != place.partition()) {
            throw new MalformedDataException(
                    "The record is in partition %d, and its key belongs in %d of %d: its producer must place records by murmur2"
                            .formatted(place.partition(), own, partitioning.partitions()));
        }
    }

    private static Condition condition(Headers headers) {
        return Condition.of(
                MessageHeaders.text(headers, MessageHeaders.IF_MATCH),
                MessageHeaders.text(headers, MessageHeaders.IF_NONE_MATCH));
    }
}
