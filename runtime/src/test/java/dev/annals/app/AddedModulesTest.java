package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.http.Routes;
import dev.annals.metrics.ServiceMetrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** Modules that are told to stop at the wrong time. */
class AddedModulesTest {

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Parts parts = new Parts();

    @Test
    void startThatTakesLongIsInterruptedAndThenStopped() throws Exception {
        AddedModules modules = modules(new Slow());
        Thread starter = new Thread(() -> modules.startRest(parts));
        starter.setUncaughtExceptionHandler((thread, failure) -> log.add("failed " + failure.getMessage()));
        starter.start();
        begun.await();

        parts.close();
        starter.join();

        // Its start fails as well, before it is stopped or after that.
        assertThat(log).filteredOn(entry -> !entry.startsWith("failed")).containsExactly("interrupted", "stopped");
        assertThat(modules.unready()).containsEntry("slow", "is not started");
    }

    @Test
    void moduleThatWasNotStartedIsNotStopped() {
        AddedModules modules = modules(new Slow());
        parts.refuse();

        assertThatThrownBy(() -> modules.startRest(parts)).isInstanceOf(StartException.class);

        assertThat(log).isEmpty();
    }

    @Test
    void moduleThatCannotSayHowItIsIsNotReady() {
        AddedModules modules = modules(new Slow() {
            @Override
            public void start(ModuleContext context) {}

            @Override
            public Optional<String> unready() {
                throw new IllegalStateException("Out of order");
            }
        });
        modules.startRest(parts);

        assertThat(modules.unready())
                .containsEntry("slow", "cannot say how it is: java.lang.IllegalStateException: Out of order");
    }

    private static AddedModules modules(Module module) {
        Settings settings = SettingsReader.of(Map.of());
        return new AddedModules(
                new Nothing(),
                List.of(module),
                settings,
                Optional.empty(),
                new ServiceMetrics(),
                new ServiceDatabase(new Nothing(), settings, new Parts()),
                new CompletableFuture<>());
    }

    private class Slow implements Module {

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public void start(ModuleContext context) throws Exception {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                log.add("interrupted");
                throw e;
            }
        }

        @Override
        public void stop() {
            log.add("stopped");
        }
    }

    private static final class Nothing implements Service {

        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
            return List.of();
        }

        @Override
        public Topology topology(int partitions) {
            return new Topology();
        }

        @Override
        public void addRoutes(Routes routes, Endpoints endpoints) {}
    }
}
