package trouble;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static trouble.CaseHttp.assertProblem;
import static trouble.CaseHttp.messageId;

import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trouble.Request.OpenCase;

/** A command in trouble gets a problem for its answer, and those behind it are processed. */
final class TroubleTest {

    private static final AtomicInteger IDS = new AtomicInteger();

    private static TestService service;
    private static CaseHttp cases;
    private static AggregateTopics<String, Request, Happening, Case> topics;

    private final String id = "case-" + IDS.incrementAndGet();

    @BeforeAll
    static void start() {
        service = TestService.start(TroubleService::new);
        cases = new CaseHttp(service.http());
        topics = service.topics(new CasesAggregate());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void createsOnceAndThenSaysThatThereIsOneAlready() {
        HttpResponse<String> created = cases.command("OpenCase", id);
        HttpResponse<String> again = cases.command("OpenCase", id);

        assertThat(created.body()).isEqualTo("{\"_type\":\"CaseOpened\"}");
        assertProblem(again, 409, "already-exists", messageId(again));
        assertThat(again.headers().firstValue("ETag")).hasValue("\"1\"");
    }

    /** Also where what is recorded is less than what was decided: nanoseconds are not kept. */
    @Test
    void answersTwiceWithTheSameBytes() {
        cases.command("OpenCase", id);

        HttpResponse<String> first = cases.command("DateCase", id, id);
        HttpResponse<String> second = cases.command("DateCase", id, id);

        assertThat(first.body()).contains(".123456Z\"");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(topics.events(id)).hasSize(2);
    }

    @Test
    void saysThatThereIsNoEntityToCommand() {
        HttpResponse<String> reply = cases.command("RefuseCase", id);

        assertProblem(reply, 404, "not-found", id, messageId(reply));
        assertThat(reply.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void givesTheCodeAndTheReasonOfARejectionAndRecordsNothing() {
        cases.command("OpenCase", id);

        HttpResponse<String> reply = cases.command("RefuseCase", id);

        assertProblem(
                reply,
                422,
                "rejected",
                "\"detail\":\"The case is refused\"",
                "\"code\":\"case.refused\"",
                messageId(reply));
        assertThat(topics.events(id)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, []",
        "1, 2, '[{\"_type\":\"CaseNoted\",\"text\":\"noted\"}]'",
        "2, 3, '[{\"_type\":\"CaseNoted\",\"text\":\"noted\"},{\"_type\":\"CaseNoted\",\"text\":\"noted\"}]'"
    })
    void answersWithAnArrayWhereThereMayBeSeveralEvents(int times, long version, String body) {
        cases.command("OpenCase", id);

        HttpResponse<String> reply = cases.note(id, times);

        assertThat(reply.body()).isEqualTo(body);
        assertThat(reply.headers().firstValue("ETag")).hasValue("\"" + version + "\"");
    }

    @Test
    void forgetsWhatIsDeletedAndStartsAnewAtTheNextVersion() {
        cases.command("OpenCase", id);
        cases.note(id, 5);
        HttpResponse<String> closed = cases.command("CloseCase", id);

        assertThat(closed.body()).isEqualTo("{\"_type\":\"CaseClosed\"}");
        assertProblem(cases.read(id), 404, "not-found", id);
        assertThat(service.http().get("/cases/all").body()).doesNotContain("\"" + id + "\"");
        assertThat(topics.snapshots())
                .filteredOn(snapshot -> snapshot.key().equals(id))
                .last()
                .satisfies(snapshot -> assertThat(snapshot.value()).isEmpty());

        HttpResponse<String> reopened = cases.command("OpenCase", id);

        assertThat(reopened.headers().firstValue("ETag")).hasValue("\"8\"");
        assertThat(cases.read(id).body()).isEqualTo("{\"_key\":\"%s\",\"_version\":8,\"notes\":0}".formatted(id));
    }

    @ParameterizedTest
    @CsvSource({
        "BreakCase, decide, java.lang.IllegalStateException, the secret of the house",
        "BloatCase, write,  dev.annals.aggregate.RecordTooLargeException, 'The record of trouble.Happening.CaseNoted takes 2,0'"
    })
    void setsAsideACommandThatFailsAndGoesOn(String type, String stage, String exception, String message) {
        cases.command("OpenCase", id);
        HttpResponse<String> failed;
        try (Log log = new Log()) {
            failed = cases.command(type, id);
            assertThat(log.lines()).anyMatch(line -> line.contains(messageId(failed)));
        }

        assertProblem(failed, 500, "command-failed", messageId(failed));
        RawMessage deadLetter = deadLetter("annals.message.id", messageId(failed));
        assertThat(deadLetter.key()).isEqualTo(id.getBytes(UTF_8));
        assertThat(topics.serdes()
                        .commands()
                        .read(requireNonNull(deadLetter.value()))
                        .id())
                .isEqualTo(id);
        assertThat(deadLetter.headers())
                .containsEntry("annals.stage", stage)
                .containsEntry("__streams.errors.exception", exception)
                .containsEntry("__streams.errors.topic", "trouble.cases.commands")
                .containsEntry("ce_id", messageId(failed))
                .containsKeys("__streams.errors.stacktrace", "__streams.errors.partition", "__streams.errors.offset")
                .hasEntrySatisfying(
                        "__streams.errors.message", text -> assertThat(text).contains(message));
        assertThat(cases.note(id, 1).headers().firstValue("ETag")).hasValue("\"2\"");
    }

    @Test
    void setsAsideRecordsThatAreNoCommandsAndGoesOn() {
        int before = topics.deadLetters().size();
        topics.sendBytes(id.getBytes(UTF_8), "no Avro".getBytes(UTF_8));
        topics.sendBytes(null, topics.serdes().commands().write(new OpenCase(id)));
        topics.sendBytes(id.getBytes(UTF_8), null);

        assertThat(cases.command("OpenCase", id).statusCode()).isEqualTo(200);
        // The record without a key may lie in another partition than the case, and its end says nothing of that one.
        await().atMost(Duration.ofMinutes(1)).until(() -> topics.deadLetters().size() == before + 3);
        assertThat(topics.deadLetters())
                .extracting(letter -> letter.headers().get("__streams.errors.message"))
                .contains(
                        "No Avro single-object header (C3 01 and 8 bytes of fingerprint) at the start of 7 bytes",
                        "The record has no key, and its command's key is '" + id + "'",
                        "The record has no value");
    }

    private static RawMessage deadLetter(String header, String value) {
        return topics.deadLetters().stream()
                .filter(letter -> value.equals(letter.headers().get(header)))
                .findFirst()
                .orElseThrow();
    }
}
