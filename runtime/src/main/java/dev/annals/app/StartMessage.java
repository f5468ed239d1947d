package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.projection.ProjectionRuntime;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service says of itself when it has started: where it is, what it uses, and a command to try. */
final class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);

    private final Service service;
    private final Settings settings;
    private final Optional<BrokerAddress> broker;
    private final String stateDirectory;
    private final Optional<InetSocketAddress> address;

    /**
     * The message of a service.
     *
     * @param broker where it runs with Kafka
     * @param stateDirectory empty where it streams nothing
     * @param address where it answers HTTP
     */
    StartMessage(
            Service service,
            Settings settings,
            Optional<BrokerAddress> broker,
            String stateDirectory,
            Optional<InetSocketAddress> address) {
        this.service = service;
        this.settings = settings;
        this.broker = broker;
        this.stateDirectory = stateDirectory;
        this.address = address;
    }

    void log(long nanos) {
        LOG.info("{}", text(nanos));
    }

    String text(long nanos) {
        StringBuilder text = new StringBuilder(
                "%s is ready after %d ms".formatted(service.name(), TimeUnit.NANOSECONDS.toMillis(nanos)));
        address.ifPresent(http -> line(text, "http", scheme() + host(http)));
        broker.ifPresent(found -> line(text, "broker", broker(found)));
        if (broker.isPresent() && !topics().isEmpty()) {
            line(
                    text,
                    "topics",
                    "%s (%d partitions each)"
                            .formatted(topics(), settings.topics().partitions()));
        }
        if (!stateDirectory.isEmpty()) {
            line(text, "state", stateDirectory);
            address.flatMap(http -> service.example().map(example -> curl(example, http)))
                    .ifPresent(curl -> line(text, "try", curl));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("\n  %-7s %s".formatted(name, value));
    }

    private String broker(BrokerAddress found) {
        return found.embedded().isEmpty()
                ? found.bootstrapServers()
                : "%s, in this process; data in %s"
                        .formatted(
                                found.bootstrapServers(),
                                settings.embedded().directory().toAbsolutePath());
    }

    private String topics() {
        return Stream.concat(
                        service.aggregates().stream()
                                .map(AggregateRuntime::name)
                                .map(name -> name + ".commands|events|snapshots|dead-letters"),
                        service.projections().stream()
                                .map(ProjectionRuntime::name)
                                .map(name -> name + ".snapshots|dead-letters"))
                .collect(Collectors.joining(", "));
    }

    private String curl(Service.ExampleRequest example, InetSocketAddress http) {
        String url = (settings.http().tls().isPresent() ? scheme() + host(http) : host(http)) + example.path();
        return example.body().isEmpty()
                ? "curl -i " + url
                : "curl -i %s -H 'content-type: application/json' -d '%s'".formatted(url, example.body());
    }

    private String scheme() {
        return settings.http().tls().isPresent() ? "https://" : "http://";
    }

    private static String host(InetSocketAddress http) {
        String host = http.getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + http.getPort();
    }
}
