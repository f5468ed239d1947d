package dev.annals.app;

import dev.annals.http.Door;
import dev.annals.http.ModuleRoutes;
import dev.annals.http.Routes;
import dev.annals.metrics.ServiceMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The modules of a service that are not standard, in the order in which they start. Safe for use by several threads. */
final class AddedModules {

    private static final Logger LOG = LoggerFactory.getLogger(AddedModules.class);

    private final Service service;
    private final List<Running> modules;
    private final Settings settings;
    private final Optional<KafkaSettings> kafka;
    private final ServiceMetrics metrics;
    private final ServiceDatabase database;
    private final CompletableFuture<Void> failure;
    private final ModuleContext context = new Context();

    /**
     * Modules that have not started yet, whose routes are known.
     *
     * @param kafka where the service runs with Kafka
     * @param failure completed exceptionally by a module that cannot go on
     */
    AddedModules(
            Service service,
            List<Module> modules,
            Settings settings,
            Optional<KafkaSettings> kafka,
            ServiceMetrics metrics,
            ServiceDatabase database,
            CompletableFuture<Void> failure) {
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(Module::priority))
                .map(Running::new)
                .toList();
        this.service = service;
        this.settings = settings;
        this.kafka = kafka;
        this.metrics = metrics;
        this.database = database;
        this.failure = failure;
    }

    /**
     * Starts those that come before a place in the order and have not started yet.
     *
     * @throws StartException when one cannot
     */
    void startBefore(int priority, Parts parts) {
        modules.stream()
                .filter(running -> !running.begun && running.module.priority() < priority)
                .forEach(running -> start(running, parts));
    }

    /** Starts those that have not started yet. */
    void startRest(Parts parts) {
        modules.stream().filter(running -> !running.begun).forEach(running -> start(running, parts));
    }

    /** Places their routes. */
    void addRoutes(Routes routes, Door door) {
        modules.forEach(running -> running.routes.addTo(routes, door, () -> running.started));
    }

    /** By name, why each that is not ready is not. */
    Map<String, String> unready() {
        Map<String, String> found = new TreeMap<>();
        modules.forEach(running -> running.unready().ifPresent(why -> found.put(running.module.name(), why)));
        return found;
    }

    private void start(Running running, Parts parts) {
        String name = running.module.name();
        LOG.info("Starting the module {}", name);
        running.begun = true;
        // Before it starts, so that what it has begun when it throws is ended.
        parts.<AutoCloseable>add("the module " + name, running::stop);
        try {
            running.start(context);
        } catch (StartException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new StartException(ExitCode.CANNOT_START, "The module %s could not start: %s".formatted(name, e), e);
        }
    }

    /** A module, and how far it is. */
    private static final class Running {

        private final Module module;
        private final ModuleRoutes routes;
        private final Lock life = new ReentrantLock();
        private boolean begun;
        private boolean entered;
        private volatile boolean started;
        private volatile boolean stopping;
        private volatile @Nullable Thread starter;

        Running(Module module) {
            this.module = module;
            this.routes = new ModuleRoutes(module.name());
            module.addRoutes(routes);
        }

        void start(ModuleContext context) throws Exception {
            life.lock();
            try {
                starter = Thread.currentThread();
                if (!stopping) {
                    entered = true;
                    module.start(context);
                    started = true;
                }
            } finally {
                starter = null;
                life.unlock();
            }
        }

        void stop() throws Exception {
            stopping = true;
            started = false;
            Thread starting = starter;
            if (starting != null) {
                starting.interrupt();
            }
            life.lock();
            try {
                started = false;
                if (entered) {
                    module.stop();
                }
            } finally {
                life.unlock();
            }
        }

        Optional<String> unready() {
            if (!started) {
                return Optional.of("is not started");
            }
            try {
                return module.unready();
            } catch (RuntimeException e) {
                return Optional.of("cannot say how it is: " + e);
            }
        }
    }

    /** What all modules are started with. */
    private final class Context implements ModuleContext {

        @Override
        public String service() {
            return service.name();
        }

        @Override
        public Optional<String> setting(String name) {
            return settings.others().find(name);
        }

        @Override
        public Map<String, Object> kafka(String clientId) {
            return kafka.orElseThrow(() -> new IllegalStateException("The service runs without Kafka"))
                    .client(clientId);
        }

        @Override
        public DataSource database() {
            return database.get().dataSource();
        }

        @Override
        public MeterRegistry metrics() {
            return metrics.registry();
        }

        @Override
        public <T extends Module> T module(Class<T> type) {
            return modules.stream()
                    .filter(running -> running.started)
                    .map(running -> running.module)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No module %s has started: give it to the service, with a smaller priority"
                                    .formatted(type.getSimpleName())));
        }

        @Override
        public void fail(Throwable reason) {
            failure.completeExceptionally(reason);
        }
    }
}
