package dev.annals.http;

import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.Position;
import dev.annals.projection.ApplicationProgress;
import dev.annals.projection.CatchUp;
import dev.annals.projection.ProjectionDefinition;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets a read wait, where {@code Annals-Min-Position} asks for it, until the projection has taken in what a command led to; no
 * thread waits meanwhile.
 */
final class MinPositionHandler implements HttpHandler {

    private static final HttpString MIN_POSITION = new HttpString("Annals-Min-Position");
    private static final long LOOK_AGAIN_MS = 10;

    private final Set<String> sources;
    private final ApplicationProgress progress;
    private final EntityReader<?, ?> records;
    private final Duration patience;
    private final HttpHandler next;

    /**
     * A handler before another.
     *
     * @param patience how long a read may wait
     */
    MinPositionHandler(
            ProjectionDefinition<?, ?> projection,
            ApplicationProgress progress,
            EntityReader<?, ?> records,
            Duration patience,
            HttpHandler next) {
        this.sources = Set.copyOf(projection.sourceTopics());
        this.progress = progress;
        this.records = records;
        this.patience = patience;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderValues values = exchange.getRequestHeaders().get(MIN_POSITION);
        if (values == null) {
            next.handleRequest(exchange);
        } else {
            String text = String.join(",", values);
            Failures.onWorker(exchange, worker -> {
                CatchUp catchUp = new CatchUp(progress, offsets(positions(text)));
                untilReached(worker, catchUp, new Waiting(worker, patience));
            });
        }
    }

    private static List<Position> positions(String text) {
        try {
            return Position.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.invalidPosition(text));
        }
    }

    /** Those of the topics that the projection reads; what it does not read it need not wait for. */
    private Map<TopicPartition, Long> offsets(List<Position> positions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Position position : positions) {
            add(offsets, position.aggregate() + ".events", position.partition(), position.events());
            add(offsets, position.aggregate() + ".snapshots", position.partition(), position.snapshots());
        }
        return offsets;
    }

    private void add(Map<TopicPartition, Long> offsets, String topic, int partition, long last) {
        if (sources.contains(topic) && last >= 0) {
            offsets.merge(new TopicPartition(topic, partition), last + 1, Math::max);
        }
    }

    private void untilReached(HttpServerExchange exchange, CatchUp catchUp, Waiting waiting) throws Exception {
        if (catchUp.isReached()) {
            // The group has committed; the thread that did may not have heard of it yet.
            untilEnded(exchange, records.transactionsEnded(), waiting);
        } else if (!waiting.again(() -> untilReached(exchange, catchUp, waiting), LOOK_AGAIN_MS)) {
            Problems.viewBehind().send(exchange);
        }
    }

    private void untilEnded(HttpServerExchange exchange, BooleanSupplier ended, Waiting waiting) throws Exception {
        if (ended.getAsBoolean()) {
            next.handleRequest(exchange);
        } else if (!waiting.again(() -> untilEnded(exchange, ended, waiting), 1)) {
            Problems.viewBehind().send(exchange);
        }
    }
}
