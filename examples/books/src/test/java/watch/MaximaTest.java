package watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.annals.app.Application;
import dev.annals.app.StartException;
import dev.annals.testkit.HttpTester;
import dev.annals.testkit.TestService;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unsteady.UnsteadyService;

/** Read models of what another service has published. */
final class MaximaTest {

    @TempDir
    private Path directory;

    @Test
    void eventsOfAnotherServiceAreFolded() {
        try (TestService unsteady = TestService.start(UnsteadyService::new, Map.of("topics.partitions", "3"))) {
            for (int value : new int[] {1, 5, 3}) {
                unsteady.http()
                        .post(
                                "/meters/commands",
                                "{\"_type\":\"ReadMeter\",\"meter\":\"m\",\"value\":%d}".formatted(value));
            }
            try (Application watch = start(unsteady.bootstrapServers())) {
                HttpTester http = new HttpTester(
                        URI.create("http://127.0.0.1:" + watch.httpAddress().getPort()));

                await().untilAsserted(() -> assertThat(http.get("/maxima/one/m").body())
                        .isEqualTo("{\"_key\":\"m\",\"_version\":2,\"value\":5}"));
                // As many partitions as the topic has that is read.
                assertThat(unsteady.partitions("watch.maxima.snapshots")).isEqualTo(3);
            }
        }
    }

    @Test
    void theOtherServiceHasToBeThere() {
        try (TestService watchless = TestService.start(catalog.CatalogService::new)) {
            assertThatExceptionOfType(StartException.class)
                    .isThrownBy(() -> start(watchless.bootstrapServers()))
                    .withMessage(
                            "watch.maxima reads the topic unsteady.meters.events, which is not there: start the service"
                                    + " that writes it first");
        }
    }

    private Application start(String bootstrapServers) {
        return Application.start(
                WatchService::new,
                Map.of(
                        "http.port",
                        "0",
                        "kafka.bootstrap.servers",
                        bootstrapServers,
                        "embedded.directory",
                        directory.toString()));
    }
}
