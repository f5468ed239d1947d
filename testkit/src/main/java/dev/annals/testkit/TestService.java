package dev.annals.testkit;

import dev.annals.aggregate.Aggregate;
import dev.annals.app.Application;
import dev.annals.app.Service;
import dev.annals.broker.Broker;
import dev.annals.broker.BrokerSettings;
import dev.annals.embedded.EmbeddedBroker;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A whole service on a broker of its own, in a temporary directory and on free ports.
 *
 * <pre>{@code
 * try (TestService bank = TestService.start(BankService::new)) {
 *     HttpResponse<String> reply = bank.http().post("/accounts/commands", json);
 * }
 * }</pre>
 */
public final class TestService implements AutoCloseable {

    private final Service.Factory factory;
    private final TemporaryDirectory directory;
    private final Broker broker;
    private final BrokerTopics topics;
    private Application application;

    private TestService(
            Service.Factory factory, Map<String, String> settings, TemporaryDirectory directory, Broker broker) {
        this.factory = factory;
        this.directory = directory;
        this.broker = broker;
        this.topics = new BrokerTopics(broker.bootstrapServers());
        this.application = startApplication(settings);
    }

    /** Starts a generated service: {@code TestService.start(BankService::new)}. */
    public static TestService start(Service.Factory factory) {
        return start(factory, Map.of());
    }

    /** Starts a generated service with these settings beside those for its broker and port. */
    public static TestService start(Service.Factory factory, Map<String, String> settings) {
        TemporaryDirectory directory = TemporaryDirectory.create();
        Broker broker = EmbeddedBroker.start(new BrokerSettings(directory.path(), 0, false));
        try {
            return new TestService(factory, settings, directory, broker);
        } catch (Throwable e) {
            broker.close();
            directory.close();
            throw e;
        }
    }

    /** Starts another service on the broker of this one; it is to be closed first. */
    public TestService beside(Service.Factory other) {
        return new TestService(
                other, Map.of(), TemporaryDirectory.create(), new SharedBroker(broker.bootstrapServers()));
    }

    /** The broker of another service, which closes it. */
    private record SharedBroker(String bootstrapServers) implements Broker {
        @Override
        public void close() {}
    }

    /** The service's HTTP interface as it is now: a restart moves it to another port. */
    public HttpTester http() {
        InetSocketAddress address = application.httpAddress();
        return new HttpTester(URI.create("http://%s:%d".formatted(address.getHostString(), address.getPort())));
    }

    /** The routes that the service answers: by path template, the methods. */
    public SortedMap<String, Set<String>> routes() {
        return application.routes();
    }

    /** Where Kafka clients find the broker. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The topics of one of the service's aggregates. */
    public <K, C, E, S> AggregateTopics<K, C, E, S> topics(Aggregate<K, C, E, S> aggregate) {
        return new AggregateTopics<>(aggregate, application.schemas(), topics);
    }

    /** All committed records of a topic, in the order of each of its partitions. */
    public List<RawMessage> read(String topic) {
        return topics.read(topic);
    }

    /** The settings of its broker and of the directory where its data lies: for what else is to run on them. */
    public Map<String, String> settings() {
        return Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "embedded.directory", directory.path().toString());
    }

    /** The names of all topics, those of Kafka Streams among them. */
    public Set<String> topicNames() {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return Set.copyOf(consumer.listTopics().keySet());
        }
    }

    /** How many partitions a topic has. */
    public int partitions(String topic) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return consumer.partitionsFor(topic).size();
        }
    }

    /** Writes any bytes to a topic, as any producer would. */
    public void write(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        topics.write(topic, List.of(new RawMessage(key, value, Map.of())));
    }

    /** An ordinary consumer that sees what is committed; assigned to nothing, and its caller's to close. */
    public Consumer<byte[], byte[]> consumer() {
        return topics.consumer("read_committed");
    }

    /** A consumer that also sees what is not, or never will be, committed. */
    public Consumer<byte[], byte[]> uncommittedConsumer() {
        return topics.consumer("read_uncommitted");
    }

    /** Stops the service in order; its data stays, and the broker goes on. */
    public void stop() {
        application.close();
    }

    /** Starts the service again on the same data, after stopping it where that has not been done. */
    public void restart() {
        restart(Map.of());
    }

    /** Starts the service again on the same data, with these settings in place of the earlier ones. */
    public void restart(Map<String, String> settings) {
        stop();
        application = startApplication(settings);
    }

    /** Stops the broker under the service. */
    public void stopBroker() {
        broker.close();
    }

    /** Stops the service and the broker, and deletes their data. */
    @Override
    public void close() {
        try (directory;
                broker) {
            application.close();
        }
    }

    private Application startApplication(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("http.port", "0");
        all.put("sql.url", "jdbc:h2:file:" + directory.path().resolve("sql").resolve("service"));
        all.putAll(settings);
        all.putAll(settings());
        return Application.start(factory, all);
    }
}
