package dev.annals.reaction;

import dev.annals.aggregate.Place;
import dev.annals.streams.StreamMetrics;
import dev.annals.streams.UserCode;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Answers one event after another with commands. */
final class ReactionProcessor<K, E> extends ContextualProcessor<K, E, byte[], byte[]> {

    private final String node;
    private final Answer<K, E> answer;
    private final Answering answering;
    private StreamMetrics metrics = StreamMetrics.NONE;
    private int maxHops = Hops.DEFAULT_MAX;

    ReactionProcessor(String node, Answer<K, E> answer, Answering answering) {
        this.node = node;
        this.answer = answer;
        this.answering = answering;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        // Once: each look copies all of it.
        Map<String, Object> config = context.appConfigs();
        metrics = StreamMetrics.of(config);
        maxHops = Hops.max(config);
    }

    @Override
    public void process(Record<K, E> event) {
        UserCode.requireWhole(event);
        Place place = Place.of(context().recordMetadata().orElseThrow());
        Answering.Given given =
                answering.to(event, place, answer, maxHops, context().currentSystemTimeMs());
        metrics.countCommands(given.commands().size());
        for (Record<byte[], byte[]> command : given.commands()) {
            context().forward(command, CommandWriter.sink(node, Objects.requireNonNull(given.to())));
        }
    }
}
