package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.projection.ProjectionRuntime;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service says of itself when it has started: where it is, what it uses, and a command to try. */
final class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger(StartMessage.class);

    private final Service service;
    private final Settings settings;
    private final BrokerAddress broker;
    private final Map<String, Object> streamsConfig;
    private final InetSocketAddress address;

    StartMessage(
            Service service,
            Settings settings,
            BrokerAddress broker,
            Map<String, Object> streamsConfig,
            InetSocketAddress address) {
        this.service = service;
        this.settings = settings;
        this.broker = broker;
        this.streamsConfig = streamsConfig;
        this.address = address;
    }

    void log(long nanos) {
        LOG.info("{}", text(nanos));
    }

    String text(long nanos) {
        return """
                %s is ready after %d ms
                  http    %s
                  broker  %s
                  topics  %s (%d partitions each)
                  state   %s
                  try     %s""".formatted(
                        service.name(),
                        TimeUnit.NANOSECONDS.toMillis(nanos),
                        scheme() + host(),
                        broker(),
                        topics(),
                        settings.topics().partitions(),
                        streamsConfig.get(StreamsConfig.STATE_DIR_CONFIG),
                        curl());
    }

    private String broker() {
        return broker.embedded().isEmpty()
                ? broker.bootstrapServers()
                : "%s, in this process; data in %s"
                        .formatted(
                                broker.bootstrapServers(),
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

    private String curl() {
        Service.ExampleRequest example = service.example();
        String url = (settings.http().tls().isPresent() ? scheme() + host() : host()) + example.path();
        return example.body().isEmpty()
                ? "curl -i " + url
                : "curl -i %s -H 'content-type: application/json' -d '%s'".formatted(url, example.body());
    }

    private String scheme() {
        return settings.http().tls().isPresent() ? "https://" : "http://";
    }

    private String host() {
        String host = address.getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
