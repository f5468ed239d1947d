package dev.annals.testkit;

import dev.annals.aggregate.Aggregate;
import dev.annals.app.Application;
import dev.annals.app.Service;
import dev.annals.broker.Broker;
import dev.annals.broker.BrokerSettings;
import dev.annals.embedded.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several instances of a service in one process, on a broker of their own. */
public final class TestInstances implements AutoCloseable {

    private static final Map<String, String> QUICK = Map.of(
            "kafka.session.timeout.ms", "6000",
            "kafka.heartbeat.interval.ms", "1000");

    private final TemporaryDirectory directory = TemporaryDirectory.create();
    private final Broker broker = EmbeddedBroker.start(new BrokerSettings(directory.path(), 0, false));
    private final BrokerTopics topics = new BrokerTopics(broker.bootstrapServers());
    private final List<Running> running = new ArrayList<>();
    private final Service.Factory factory;
    private final Map<String, String> settings;
    private int started;

    private TestInstances(Service.Factory factory, Map<String, String> settings) {
        this.factory = factory;
        this.settings = settings;
    }

    /** An instance that runs. */
    private record Running(HttpTester http, Application application) {}

    /** A broker for instances of a generated service, none of which runs yet. */
    public static TestInstances of(Service.Factory factory, Map<String, String> settings) {
        return new TestInstances(factory, settings);
    }

    /** Where Kafka clients find the broker. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where the instances keep what is theirs. */
    public Path directory() {
        return directory.path();
    }

    /** Starts another instance, and returns when it answers. */
    public HttpTester start() {
        int port = freePort();
        Map<String, String> all = new HashMap<>(QUICK);
        all.putAll(settings);
        all.put("http.port", Integer.toString(port));
        all.put("application.server", "127.0.0.1:" + port);
        all.put("kafka.bootstrap.servers", broker.bootstrapServers());
        all.put(
                "embedded.directory",
                directory.path().resolve("instance-" + ++started).toString());
        Application application = Application.start(factory, all);
        HttpTester http = new HttpTester(URI.create("http://127.0.0.1:" + port));
        running.add(new Running(http, application));
        return http;
    }

    /** The topics of one of the service's aggregates; by the schemas of an instance that runs. */
    public <K, C, E, S> AggregateTopics<K, C, E, S> topics(Aggregate<K, C, E, S> aggregate) {
        return new AggregateTopics<>(aggregate, running.get(0).application().schemas(), topics);
    }

    /** All committed records of a topic, in the order of each of its partitions. */
    public List<RawMessage> read(String topic) {
        return topics.read(topic);
    }

    /** Stops the instance that was started first, of those that run, in order. */
    public void stopFirst() {
        stop(running.get(0).http());
    }

    /** Stops the instance that answers there, in order. */
    public void stop(HttpTester instance) {
        Running stopped = running.stream()
                .filter(each -> each.http().equals(instance))
                .findFirst()
                .orElseThrow();
        running.remove(stopped);
        stopped.application().close();
    }

    @Override
    public void close() {
        try (directory;
                broker) {
            running.forEach(each -> each.application().close());
        }
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port", e);
        }
    }
}
