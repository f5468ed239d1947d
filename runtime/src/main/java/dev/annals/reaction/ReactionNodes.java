package dev.annals.reaction;

import dev.annals.aggregate.CommandChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.streams.TopicSerdes;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/** The parts of a reaction's topology that are the same for all. Used by one thread while it is built, then by several. */
public final class ReactionNodes {

    private final CommandWriter commands;
    private final Answering answering;

    public ReactionNodes(ExtensionName name, TopicSerdes serdes) {
        this.commands = new CommandWriter(name, serdes);
        this.answering = new Answering(name, commands);
    }

    /**
     * Answers events with commands, each of which goes to the sink that {@link #commandsOf} names.
     *
     * @param node the name of this processor
     */
    public <K, E> ProcessorSupplier<K, E, byte[], byte[]> answer(String node, Answer<K, E> answer) {
        return () -> new ReactionProcessor<>(node, answer, answering);
    }

    /**
     * How commands are written that a processor gives.
     *
     * @param node the name of the processor
     */
    public Produced<byte[], byte[]> commandsOf(CommandChannel<?, ?> channel, String node) {
        return commands.to(channel, node);
    }
}
