package dev.annals.schedule;

import dev.annals.aggregate.CommandChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.reaction.CommandWriter;
import dev.annals.streams.TopicSerdes;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The parts of a schedule's topology that are the same for all. It reads a topic of one partition, in which there is never anything: so
 * there is one task, which one instance has, and another one when that is gone.
 */
public final class ScheduleNodes {

    static final String STORE = "ticks";
    static final String DEAD_LETTERS = "ticks-dead-letters";

    private final ExtensionName name;
    private final CommandWriter commands;

    public ScheduleNodes(ExtensionName name, TopicSerdes serdes) {
        this.name = name;
        this.commands = new CommandWriter(name, serdes);
    }

    /** How the topic is read that is always empty. */
    public Consumed<byte[], byte[]> nothing() {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
    }

    /**
     * Gives commands when it is time.
     *
     * @param node the name of this processor
     */
    public ProcessorSupplier<byte[], byte[], byte[], byte[]> ticks(String node, Schedule schedule, Ticks ticks) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new TickProcessor(name, node, schedule, ticks, commands);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long()));
            }
        };
    }

    /**
     * How commands are written that a processor gives.
     *
     * @param node the name of the processor
     */
    public Produced<byte[], byte[]> commandsOf(CommandChannel<?, ?> channel, String node) {
        return commands.to(channel, node);
    }

    /** How it is noted that a method failed. */
    public Produced<byte[], byte[]> deadLetters() {
        return Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(DEAD_LETTERS);
    }
}
