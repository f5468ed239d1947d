package dev.annals.reliability.cluster;

import dev.annals.reliability.Options;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The brokers and the instances of the bank on them. */
public final class Cluster implements AutoCloseable {

    /** What the bank's topics have. */
    public static final int PARTITIONS = 6;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Brokers brokers;
    private final List<Instance> instances;

    private Cluster(Brokers brokers, List<Instance> instances) {
        this.brokers = brokers;
        this.instances = instances;
    }

    /** Starts all of it, and returns when each instance answers for each key. */
    public static Cluster start(Options options, Path directory) throws Exception {
        Brokers brokers = Brokers.start(options.brokers(), directory);
        try {
            List<Instance> instances = IntStream.rangeClosed(1, options.instances())
                    .mapToObj(i -> new Instance(
                            directory.resolve("instance-" + i),
                            options.variant().mainClass(),
                            brokers.bootstrapServers(),
                            settings(options, i)))
                    .toList();
            Cluster cluster = new Cluster(brokers, instances);
            cluster.awaitReady();
            return cluster;
        } catch (Throwable e) {
            brokers.close();
            throw e;
        }
    }

    private static Map<String, String> settings(Options options, int instance) {
        Map<String, String> settings = new HashMap<>(options.variant().settings());
        settings.put("KAFKA_NUM_STANDBY_REPLICAS", Integer.toString(options.standbys()));
        if (options.membership() == Options.Membership.STATIC) {
            settings.put("KAFKA_GROUP_INSTANCE_ID", "bank-" + instance);
        }
        return settings;
    }

    public Brokers brokers() {
        return brokers;
    }

    public List<Instance> instances() {
        return instances;
    }

    /** Waits until each instance answers for what all of them own. */
    public void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (Instance instance : instances) {
            while (status(instance.address().resolve("/accounts/all?limit=1")) != 200) {
                if (!instance.isAlive() || System.nanoTime() - deadline > 0) {
                    throw notReady(instance);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static IllegalStateException notReady(Instance instance) {
        String what = instance.isAlive() ? " does not get ready in " + PATIENCE : " ended by itself";
        return new IllegalStateException(
                "The instance at " + instance.address() + what + ". Its log ends with:\n" + instance.lastWords());
    }

    private int status(URI uri) throws InterruptedException {
        try {
            return http.send(
                            HttpRequest.newBuilder(uri)
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        instances.forEach(Instance::close);
        brokers.close();
    }
}
