package dev.annals.reaction;

import dev.annals.aggregate.CommandChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.serde.MessageSerde;
import dev.annals.streams.TopicSerdes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** The parts of a reaction's topology that are the same for all. Used by one thread while it is built, then by several. */
public final class ReactionNodes {

    private final ExtensionName name;
    private final TopicSerdes serdes;
    private final Map<String, MessageSerde<?>> commands = new ConcurrentHashMap<>();

    public ReactionNodes(ExtensionName name, TopicSerdes serdes) {
        this.name = name;
        this.serdes = serdes;
    }

    /**
     * Answers events with commands, each of which goes to the sink that {@link #commandsOf} names.
     *
     * @param node the name of this processor
     */
    public <K, E> ProcessorSupplier<K, E, byte[], byte[]> answer(String node, Answer<K, E> answer) {
        return () -> new ReactionProcessor<>(name, node, answer, commands);
    }

    /**
     * How commands are written that a processor gives.
     *
     * @param node the name of the processor
     */
    public Produced<byte[], byte[]> commandsOf(CommandChannel<?, ?> channel, String node) {
        commands.computeIfAbsent(channel.commandsTopic(), topic -> serdes.messages(channel.commands()));
        return Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(sink(node, channel));
    }

    static String sink(String node, CommandChannel<?, ?> channel) {
        return node + "-" + channel.commandsTopic();
    }
}
