package unsteady;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of events that a projection fails on. */
final class ProjectionErrorsTest {

    @Test
    void theyAreSetAsideAndTheNextOnesAreTakenIn() {
        try (TestService service = TestService.start(UnsteadyService::new)) {
            for (int value : List.of(1, Total.UNLUCKY, 2, Total.BOTTOMLESS, 4)) {
                read(service, value);
            }
            service.write("unsteady.meters.events", "m".getBytes(UTF_8), new byte[] {0});
            read(service, 8);

            await().untilAsserted(
                            () -> assertThat(service.http().get("/totals/one/m").body())
                                    .isEqualTo("{\"_key\":\"m\",\"_version\":4,\"sum\":15}"));
            List<RawMessage> letters = service.read("unsteady.totals.dead-letters");
            assertThat(letters)
                    .extracting(letter -> letter.headers().get("__streams.errors.message"))
                    .satisfiesExactly(
                            message -> assertThat(message).isEqualTo("13 brings bad luck"),
                            message -> assertThat(message).isEqualTo("java.lang.StackOverflowError"),
                            message -> assertThat(message).isNotEmpty());
            assertThat(letters.get(0).headers())
                    .containsEntry("__streams.errors.topic", "unsteady.meters.events")
                    .containsEntry("__streams.errors.exception", "java.lang.IllegalArgumentException")
                    .containsEntry("annals.stage", "process")
                    .containsEntry("ce_type", "unsteady.Meter.MeterRead");
            assertThat(letters.get(2).headers()).containsEntry("annals.stage", "read");
            assertThat(letters.get(2).value()).containsExactly(0);
            assertThat(service.http().get("/totals/dead-letters").body())
                    .contains("\"message\":\"13 brings bad luck\"")
                    .contains("\"stage\":\"read\"")
                    .doesNotContain("\"command\"");
        }
    }

    @Test
    void theyStopTheServiceWhereThatIsSet() {
        try (TestService service = TestService.start(UnsteadyService::new, Map.of("projections.on.error", "stop"))) {
            read(service, 1);
            read(service, Total.UNLUCKY);

            await().untilAsserted(() ->
                    assertThat(service.http().get("/health/live").statusCode()).isEqualTo(503));
            assertThat(service.read("unsteady.totals.dead-letters")).isEmpty();
        }
    }

    private static void read(TestService service, int value) {
        assertThat(service.http()
                        .post(
                                "/meters/commands",
                                "{\"_type\":\"ReadMeter\",\"meter\":\"m\",\"value\":%d}".formatted(value))
                        .statusCode())
                .isEqualTo(200);
    }
}
