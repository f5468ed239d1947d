package dev.annals.app;

import dev.annals.aggregate.Engine;
import dev.annals.aggregate.StoredEntity;
import dev.annals.projection.ApplicationProgress;
import dev.annals.projection.CatchUp;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.rebuild.Progress;
import dev.annals.rebuild.ProjectionComparison;
import dev.annals.rebuild.ProjectionTarget;
import dev.annals.rebuild.RebuildException;
import dev.annals.rebuild.RebuildOptions;
import dev.annals.rebuild.RebuildReport;
import dev.annals.rebuild.RunningApplication;
import dev.annals.rebuild.ServiceRunningException;
import dev.annals.streams.StreamMetrics;
import dev.annals.streams.StreamsErrors;
import dev.annals.streams.StreamsStoppedException;
import dev.annals.transaction.CommitNotifyingClientSupplier;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Builds a projection anew: resets its Kafka Streams application, runs it in this process until it has taken in all that its
 * topics hold, without publishing, then compares with what is published and publishes what differs. A dry run does the same with
 * an application of another name, which is gone afterwards. It can be interrupted at any point, and repeated.
 */
final class ProjectionRebuild {

    private static final long LOOK_AGAIN_NANOS = 200_000_000;

    private final ProjectionRuntime<?, ?> projection;
    private final Engine engine;
    private final Settings settings;
    private final KafkaSettings kafka;
    private final RebuildOptions options;
    private final Progress progress;

    /**
     * The rebuild of a projection.
     *
     * @param engine that the projection was made with
     */
    ProjectionRebuild(
            ProjectionRuntime<?, ?> projection,
            Engine engine,
            Settings settings,
            KafkaSettings kafka,
            RebuildOptions options,
            Progress progress) {
        this.projection = projection;
        this.engine = engine;
        this.settings = settings;
        this.kafka = kafka;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @throws RebuildException when it could not be done
     */
    RebuildReport run() {
        ProjectionName name = projection.name();
        try (Admin admin = Admin.create(kafka.admin(name.applicationId() + "-rebuild"))) {
            List<String> members = RunningApplication.members(admin, name.applicationId());
            if (!members.isEmpty()) {
                throw new ServiceRunningException(name.applicationId(), members);
            }
            String application = name.applicationId() + (options.dryRun() ? "-dry-run" : "");
            ApplicationReset reset = new ApplicationReset(admin, application, projection.silentTopology(1));
            reset.run();
            if (!options.dryRun()) {
                // What was set aside is taken in again; and the new topic's id voids the state that instances have
                // kept.
                reset.delete(List.of(name.deadLettersTopic()));
            }
            try {
                return build(application);
            } finally {
                if (options.dryRun()) {
                    reset.run();
                }
            }
        }
    }

    private RebuildReport build(String application) {
        long started = System.nanoTime();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        StreamsErrors.OnError onError =
                options.skipUnreadable() ? StreamsErrors.OnError.DEAD_LETTER : StreamsErrors.OnError.STOP;
        CommitNotifyingClientSupplier clients =
                new CommitNotifyingClientSupplier(engine.transactions(), engine.leases());
        try (ProjectionStart start = new ProjectionStart(
                        projection.name().service(),
                        settings,
                        kafka,
                        clients,
                        new ApplicationConfig(kafka, LocalState.streams(settings), name -> StreamMetrics.NONE),
                        failure,
                        Set.of());
                RunningProjection running = start.createSilent(projection, application, onError, options.threads())) {
            running.streams().start();
            running.streams().awaitRunning();
            long events = takeIn(running.progress(), failure);
            long millis = (System.nanoTime() - started) / 1_000_000;
            return new ProjectionComparison(
                            ProjectionTarget.of(projection), kafka.rebuild(application + "-rebuild"), options, progress)
                    .run((partition, sink) -> forEach(running, partition, sink), running.partitions(), events, millis);
        }
    }

    /** Waits until all has been taken in, and returns how much that was. */
    private long takeIn(ApplicationProgress application, CompletableFuture<Void> failure) {
        List<String> topics = projection.definition().sourceTopics();
        long total = application.length(topics);
        progress.begin(projection.name().store() + ": taking in", total);
        CatchUp catchUp = CatchUp.withAllOf(application, topics);
        long shown = 0;
        while (!catchUp.isReached()) {
            requireNoFailure(failure);
            long taken = Math.min(total, application.taken(topics));
            progress.advance(taken - shown);
            shown = taken;
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        requireNoFailure(failure);
        progress.end();
        return total;
    }

    private void requireNoFailure(CompletableFuture<Void> failure) {
        if (failure.isDone()) {
            try {
                failure.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RebuildException("Interrupted", e);
            } catch (ExecutionException e) {
                Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
                throw new RebuildException(
                        "%s could not be built anew: %s".formatted(projection.name(), rootMessage(cause)), cause);
            }
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable stopped = failure;
        while (stopped.getCause() != null && !(stopped instanceof StreamsStoppedException)) {
            stopped = stopped.getCause();
        }
        return String.valueOf(stopped.getMessage());
    }

    private void forEach(RunningProjection running, int partition, Consumer<StoredEntity> sink) {
        String store = projection.name().store();
        try (KeyValueIterator<Bytes, byte[]> all =
                running.streams().store(store, partition).all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> each = all.next();
                sink.accept(new StoredEntity(each.key, each.value));
            }
        }
    }
}
