package trouble;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static trouble.CaseHttp.assertProblem;
import static trouble.CaseHttp.messageId;

import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.TestService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dead letters are looked at, and sent again when what was wrong has been mended. */
final class ResendTest {

    private static final Pattern FIRST_ID = Pattern.compile("\"id\":\"(\\d+-\\d+)\"");

    @Test
    void deadLetterIsDecidedOnceItIsSentAgainAndOnlyOnce() {
        try (TestService service = TestService.start(TroubleService::new)) {
            CaseHttp cases = new CaseHttp(service.http());
            AggregateTopics<String, Request, Happening, Case> topics = service.topics(new CasesAggregate());
            cases.command("OpenCase", "c");
            Gate.breakDown();
            HttpResponse<String> failed = cases.command("MendCase", "c");
            assertProblem(failed, 500, "command-failed", messageId(failed));

            HttpResponse<String> page = service.http().get("/cases/dead-letters");
            assertThat(page.body())
                    .contains(
                            "\"messageId\":\"" + messageId(failed) + "\"",
                            "\"stage\":\"decide\"",
                            "\"exception\":\"java.lang.IllegalStateException\"",
                            "\"message\":\"It is broken\"",
                            "\"key\":\"c\"",
                            "\"command\":\"MendCase[id=c]\"")
                    .doesNotContain("stackTrace");
            String id = firstId(page);
            assertThat(service.http().get("/cases/dead-letters/" + id).body())
                    .contains("\"stackTrace\":\"java.lang.IllegalStateException: It is broken", "\"value\":\"");

            Gate.mend();
            for (int i = 0; i < 2; i++) {
                HttpResponse<String> resent = post(service, "/cases/dead-letters/" + id + "/resend");
                assertThat(resent.statusCode()).isEqualTo(202);
                String location = resent.headers().firstValue("Location").orElseThrow();
                assertThat(location).endsWith("/events/one/" + messageId(failed));
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> service.http().get(location).statusCode() == 200);
            }
            assertThat(cases.note("c", 1).headers().firstValue("ETag")).hasValue("\"3\"");
            assertThat(topics.events("c")).hasSize(3);
        }
    }

    @Test
    void pagesAndRecordsThatCannotBeSentAgain() {
        try (TestService service = TestService.start(TroubleService::new)) {
            AggregateTopics<String, Request, Happening, Case> topics = service.topics(new CasesAggregate());
            for (int i = 0; i < 5; i++) {
                topics.sendBytes(("k" + i).getBytes(UTF_8), "no Avro".getBytes(UTF_8));
            }
            topics.sendBytes(null, "no key".getBytes(UTF_8));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> topics.deadLetters().size() == 6);

            Set<String> found = new HashSet<>();
            Optional<String> next = Optional.of("/cases/dead-letters?limit=2");
            while (next.isPresent()) {
                HttpResponse<String> page = service.http().get(next.get());
                Matcher ids = FIRST_ID.matcher(page.body());
                while (ids.find()) {
                    found.add(ids.group(1));
                }
                next = page.headers().firstValue("Link").map(link -> link.substring(1, link.indexOf('>')));
            }
            assertThat(found).hasSize(6);
            for (String id : found) {
                String letter = service.http().get("/cases/dead-letters/" + id).body();
                HttpResponse<String> resent = post(service, "/cases/dead-letters/" + id + "/resend");
                if (letter.contains("\"key\":null")) {
                    assertProblem(resent, 422, "cannot-resend", "has no key");
                } else {
                    assertThat(resent.statusCode()).isEqualTo(202);
                }
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> topics.deadLetters().size() == 11);
            assertProblem(service.http().get("/cases/dead-letters/77-1"), 404, "unknown-dead-letter", "77-1");
            assertProblem(service.http().get("/cases/dead-letters/x"), 404, "unknown-dead-letter", "x");
        }
    }

    private static String firstId(HttpResponse<String> page) {
        Matcher id = FIRST_ID.matcher(page.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static HttpResponse<String> post(TestService service, String path) {
        return service.http()
                .send(service.http().request(path).POST(BodyPublishers.noBody()).build());
    }
}
