package dev.annals.reaction;

import dev.annals.aggregate.CommandChannel;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.aggregate.RecordLimit;
import dev.annals.extension.ExtensionName;
import dev.annals.serde.MessageSerde;
import dev.annals.streams.TopicSerdes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Record;

/** Makes the records of commands that the engine gives. Safe for use by several threads. */
public final class CommandWriter {

    private final ExtensionName giver;
    private final TopicSerdes serdes;
    private final Map<String, MessageSerde<?>> commands = new ConcurrentHashMap<>();

    /**
     * A writer.
     *
     * @param giver that gives the commands, and is their source
     */
    public CommandWriter(ExtensionName giver, TopicSerdes serdes) {
        this.giver = giver;
        this.serdes = serdes;
    }

    /**
     * How commands are written that a processor gives; their schemas are registered by this.
     *
     * @param node the name of the processor
     */
    public Produced<byte[], byte[]> to(CommandChannel<?, ?> channel, String node) {
        serde(channel);
        return Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(sink(node, channel));
    }

    /** The name of the sink that commands go to. */
    public static String sink(String node, CommandChannel<?, ?> channel) {
        return node + "-" + channel.commandsTopic();
    }

    /**
     * The record of a command.
     *
     * @param more headers, beside those that every command has
     * @param timestamp in milliseconds since 1970
     * @throws dev.annals.aggregate.RecordTooLargeException when it is larger than what is written
     */
    public <K, C> Record<byte[], byte[]> record(
            CommandChannel<K, C> channel, C command, String id, Headers more, long timestamp) {
        MessageSerde<C> serde = serde(channel);
        K key = channel.keyOf(command);
        Headers headers = MessageHeaders.ofCommand(
                id,
                serde.typeName(command),
                giver.source(),
                timestamp,
                channel.keys().toText(key));
        more.forEach(headers::add);
        Record<byte[], byte[]> record =
                new Record<>(channel.keys().toBytes(key), serde.write(command), timestamp, headers);
        RecordLimit.DEFAULT.require(record, "the command");
        return record;
    }

    /** Of the channel's own commands: it is made from it. */
    @SuppressWarnings("unchecked")
    private <C> MessageSerde<C> serde(CommandChannel<?, C> channel) {
        return (MessageSerde<C>)
                commands.computeIfAbsent(channel.commandsTopic(), topic -> serdes.messages(channel.commands()));
    }
}
