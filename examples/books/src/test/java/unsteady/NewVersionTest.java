package unsteady;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.http.Routes;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.testkit.TestService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/** A projection is built anew beside the one that is served. */
final class NewVersionTest {

    private static final String OLD = "{\"_key\":\"m\",\"_version\":2,\"sum\":3}";
    private static final String NEW = "{\"_key\":\"m\",\"_version\":2,\"sum\":3,\"readings\":2}";

    private boolean withNew;

    @Test
    void theOldVersionIsServedUntilTheNewOneHasCaughtUp() {
        try (TestService service =
                TestService.start(engine -> withNew ? new UnsteadyService(engine) : new Old(engine))) {
            read(service, 1);
            read(service, 2);
            await().untilAsserted(() -> assertThat(sums(service)).isEqualTo(OLD));

            withNew = true;
            Sum.gate = new CountDownLatch(1);
            try {
                service.restart();
                assertThat(sums(service)).isEqualTo(OLD);
                assertThat(service.http().get("/sums/all").body()).isEqualTo("[" + OLD + "]");
            } finally {
                Sum.gate.countDown();
            }
            await().untilAsserted(() -> assertThat(sums(service)).isEqualTo(NEW));
            assertThat(service.http().get("/sums/all").body()).isEqualTo("[" + NEW + "]");
        }
    }

    private static void read(TestService service, int value) {
        service.http()
                .post("/meters/commands", "{\"_type\":\"ReadMeter\",\"meter\":\"m\",\"value\":%d}".formatted(value));
    }

    private static String sums(TestService service) {
        return service.http().get("/sums/one/m").body();
    }

    /** The service as it was before there was a second version. */
    private record Old(UnsteadyService service) implements Service {

        Old(Engine engine) {
            this(new UnsteadyService(engine));
        }

        @Override
        public String name() {
            return service.name();
        }

        @Override
        public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
            return service.aggregates();
        }

        @Override
        public List<ProjectionRuntime<?, ?>> projections() {
            return service.projections().stream()
                    .filter(projection -> projection.name().version() == 1)
                    .toList();
        }

        @Override
        public Topology topology(int partitions) {
            return service.topology(partitions);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void addRoutes(Routes routes, Endpoints endpoints) {
            ProjectionRuntime<String, FirstSum> sums = (ProjectionRuntime<String, FirstSum>) projections().stream()
                    .filter(projection -> projection.name().name().equals("sums"))
                    .findFirst()
                    .orElseThrow();
            MetersRoutes.addTo(routes, endpoints.of((AggregateRuntime<String, Meter.Command, Meter.Event, Meter>)
                    service.aggregates().get(0)));
            SumsRoutes.addTo(routes, endpoints.of(sums));
        }

        @Override
        public Optional<ExampleRequest> example() {
            return service.example();
        }
    }
}
