package trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static trouble.CaseHttp.assertProblem;
import static trouble.CaseHttp.messageId;

import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import trouble.Request.OpenCase;

/** What becomes of requests whose commands are under way when time runs out or the service stops. */
final class UnderWayTest {

    private static final int REQUESTS = 50;

    private final CasesAggregate aggregate = new CasesAggregate();

    @AfterEach
    void open() {
        Gate.open();
    }

    @Test
    void saysThatNoOutcomeCameInTimeAndCarriesTheCommandOutAllTheSame() {
        try (TestService service = TestService.start(TroubleService::new, Map.of("http.reply.timeout.ms", "300"))) {
            var topics = service.topics(aggregate);
            topics.send(new OpenCase("slow"));
            await().atMost(Duration.ofMinutes(1)).until(() -> topics.events().size() == 1);
            Gate.shut();

            HttpResponse<String> reply = new CaseHttp(service.http()).command("WaitCase", "slow");
            Gate.open();

            assertProblem(reply, 504, "no-outcome", messageId(reply));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(topics.events("slow"))
                            .last()
                            .satisfies(event ->
                                    assertThat(event.headers()).containsEntry("ce_causationid", messageId(reply))));
        }
    }

    @Test
    void saysWhereToAskForTheOutcomeThatDidNotComeInTime() {
        try (TestService service = TestService.start(TroubleService::new, Map.of("http.reply.timeout.ms", "300"))) {
            CaseHttp cases = new CaseHttp(service.http());
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> cases.command("OpenCase", "late", "opened").statusCode() == 200);
            Gate.shut();

            HttpResponse<String> reply = cases.command("WaitCase", "late", "waits");
            Gate.open();

            assertProblem(reply, 504, "no-outcome", "waits");
            String location = reply.headers().firstValue("Location").orElseThrow();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(service.http().get(location).body())
                            .isEqualTo("{\"_type\":\"CaseNoted\",\"text\":\"waited\"}"));
        }
    }

    @Test
    void givesRequestsUnderWayTheirOutcomesBeforeItStops() {
        try (TestService service = TestService.start(TroubleService::new, Map.of("http.reply.timeout.ms", "60000"))) {
            CaseHttp cases = new CaseHttp(service.http());
            var topics = service.topics(aggregate);
            cases.command("OpenCase", "busy");
            Gate.shut();
            List<CompletableFuture<HttpResponse<String>>> underWay = Stream.concat(
                            Stream.of(cases.commandAsync("WaitCase", "busy")),
                            IntStream.range(0, REQUESTS).mapToObj(i -> cases.commandAsync("OpenCase", "case-" + i)))
                    .toList();
            Gate.awaitArrival();
            await().atMost(Duration.ofMinutes(1)).until(() -> topics.commands().size() == 1 + underWay.size());

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::stop);
            await().atMost(Duration.ofMinutes(1)).until(() -> isStopping(cases));
            assertThat(stopped).isNotDone();
            Gate.open();

            assertThat(underWay.stream().map(CompletableFuture::join))
                    .allSatisfy(reply -> assertThat(reply.statusCode()).isEqualTo(200));
            stopped.join();
            assertThat(topics.events()).hasSize(1 + underWay.size());
        }
    }

    private static boolean isStopping(CaseHttp cases) {
        HttpResponse<String> reply = cases.read("busy");
        if (reply.statusCode() != 503) {
            return false;
        }
        assertProblem(reply, 503, "not-ready", "The service is stopping");
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("1");
        return true;
    }
}
