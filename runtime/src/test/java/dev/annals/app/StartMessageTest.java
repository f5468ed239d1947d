package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Counters;
import dev.annals.aggregate.Engine;
import dev.annals.http.Routes;
import dev.annals.schema.InMemorySchemaRegistry;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class StartMessageTest {

    @Test
    void saysWhereTheServiceIsAndWhatToTry() {
        assertThat(message(InetSocketAddress.createUnresolved("127.0.0.1", 8080))
                        .text(1_999_999_999))
                .isEqualTo("""
                        counting is ready after 1999 ms
                          http    http://127.0.0.1:8080
                          broker  broker:9092
                          topics  counting.counters.commands|events|snapshots|dead-letters (6 partitions each)
                          state   /state
                          try     curl -i 127.0.0.1:8080/counters/commands -H 'content-type: application/json' -d '{"_type":"Add"}'""");
    }

    @Test
    void addressOfVersion6StandsInBrackets() {
        assertThat(message(InetSocketAddress.createUnresolved("::1", 8080)).text(0))
                .contains("http://[::1]:8080\n");
    }

    @Test
    void saysNothingOfWhatIsLeftOut() {
        assertThat(new StartMessage(
                                new CountingService(),
                                SettingsReader.of(Map.of()),
                                Optional.empty(),
                                "",
                                Optional.empty())
                        .text(0))
                .isEqualTo("counting is ready after 0 ms");
    }

    private static StartMessage message(InetSocketAddress address) {
        return new StartMessage(
                new CountingService(),
                SettingsReader.of(Map.of()),
                Optional.of(new BrokerAddress("broker:9092", Optional.empty())),
                "/state",
                Optional.of(address));
    }

    private static final class CountingService implements Service {

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
            return List.of(new AggregateRuntime<>(new Counters(), Engine.of(new InMemorySchemaRegistry())));
        }

        @Override
        public Topology topology(int partitions) {
            return new Topology();
        }

        @Override
        public void addRoutes(Routes routes, Endpoints endpoints) {}

        @Override
        public Optional<ExampleRequest> example() {
            return Optional.of(new ExampleRequest("/counters/commands", "{\"_type\":\"Add\"}"));
        }
    }
}
