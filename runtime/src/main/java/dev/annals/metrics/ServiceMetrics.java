package dev.annals.metrics;

import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.CommandMetrics;
import dev.annals.streams.StreamMetrics;
import dev.annals.subscription.SubscriptionMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/**
 * The metrics of a service in this process, by <a href="https://micrometer.io">Micrometer</a>; {@code docs/reference/metrics.md}
 * lists them. Safe for use by several threads.
 */
public final class ServiceMetrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deque<Runnable> closings = new ArrayDeque<>();

    public ServiceMetrics() {
        JvmGcMetrics gc = new JvmGcMetrics();
        closings.push(gc::close);
        List<MeterBinder> binders = List.of(
                gc,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
    }

    /** Where others' metrics belong. */
    public MeterRegistry registry() {
        return registry;
    }

    /** What takes note of an aggregate's commands. */
    public CommandMetrics commands(AggregateName aggregate) {
        return new MeteredCommands(registry, aggregate.toString());
    }

    /** What takes note of a projection, an extension, a reaction or a schedule. */
    public StreamMetrics stream(String name) {
        return new MeteredStream(registry, name);
    }

    /** What takes note of a subscription's events. */
    public SubscriptionMetrics subscription(String name) {
        return new MeteredSubscription(registry, name);
    }

    /** Shows how far a subscription is behind, and whether it is paused. */
    public void showSubscription(String name, LongSupplier lag, BooleanSupplier paused) {
        Gauge.builder("annals.subscription.lag", lag, LongSupplier::getAsLong)
                .description("Records of this instance's partitions that are not handled yet")
                .tag("subscription", name)
                // Nobody else may hold what is asked.
                .strongReference(true)
                .register(registry);
        Gauge.builder("annals.subscription.paused", paused, each -> each.getAsBoolean() ? 1 : 0)
                .description("1 where the subscription is paused in this instance, 0 otherwise")
                .tag("subscription", name)
                // Nobody else may hold what is asked.
                .strongReference(true)
                .register(registry);
    }

    /** Shows how many callers wait for an outcome. */
    public void showInFlight(LongSupplier callers) {
        Gauge.builder("annals.commands.in.flight", callers, LongSupplier::getAsLong)
                .description("Callers that wait for the outcome of a command")
                // Nobody else may hold what is asked.
                .strongReference(true)
                .register(registry);
    }

    /** Shows how many live feeds there are. */
    public void showFeeds(LongSupplier open) {
        Gauge.builder("annals.feeds.open", open, LongSupplier::getAsLong)
                .description("Live feeds that are open")
                // Nobody else may hold what is asked.
                .strongReference(true)
                .register(registry);
    }

    /** Shows how many records are still to be restored, and how many have been. */
    public void showRestore(LongSupplier remaining, LongSupplier restored) {
        Gauge.builder("annals.restore.remaining.records", remaining, LongSupplier::getAsLong)
                .description("Records that are still to be restored")
                // Nobody else may hold what is asked.
                .strongReference(true)
                .register(registry);
        Gauge.builder("annals.restore.restored.records", restored, LongSupplier::getAsLong)
                .description("Records that have been restored since the start")
                // Nobody else may hold what is asked.
                .strongReference(true)
                .register(registry);
    }

    /** Shows what Kafka Streams and its clients measure. */
    public void showStreams(KafkaStreams streams) {
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
        closings.push(metrics::close);
    }

    /** Shows what a producer measures. */
    public void showProducer(Producer<?, ?> producer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
        closings.push(metrics::close);
    }

    /** All of it in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        closings.forEach(Runnable::run);
        registry.close();
    }
}
