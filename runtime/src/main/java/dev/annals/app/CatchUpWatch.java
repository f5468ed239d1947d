package dev.annals.app;

import dev.annals.projection.CatchUp;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches new versions of projections until they have taken in what their topics held when they started. */
final class CatchUpWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUpWatch.class);

    private static final long PAUSE_MS = 500;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "annals-catch-up");
        thread.setDaemon(true);
        return thread;
    });

    /** Whether a projection has caught up; watched from now on. */
    BooleanSupplier watch(RunningProjection projection) {
        Watched watched = new Watched(projection);
        watched.task = executor.scheduleWithFixedDelay(watched, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
        return () -> watched.caughtUp;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static final class Watched implements Runnable {

        private final RunningProjection projection;
        private volatile @Nullable ScheduledFuture<?> task;
        private volatile boolean caughtUp;
        private @Nullable CatchUp catchUp;

        Watched(RunningProjection projection) {
            this.projection = projection;
        }

        @Override
        public void run() {
            ScheduledFuture<?> own = task;
            try {
                CatchUp current = catchUp == null ? start() : catchUp;
                catchUp = current;
                if (current.isReached() && own != null) {
                    caughtUp = true;
                    own.cancel(false);
                    LOG.info(
                            "{} has caught up and is served from now on; the version before it is no longer needed",
                            projection.projection().name());
                }
            } catch (RuntimeException e) {
                // Its internal topics come with its first start.
                LOG.debug(
                        "How far {} is cannot be told yet",
                        projection.projection().name(),
                        e);
            }
        }

        private CatchUp start() {
            List<String> topics = projection.projection().definition().sourceTopics();
            return CatchUp.withAllOf(projection.progress(), topics);
        }
    }
}
