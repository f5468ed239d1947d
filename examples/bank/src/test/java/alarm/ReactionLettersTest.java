package alarm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import alarm.Happening.AlarmCancelled;
import alarm.Happening.AlarmSet;
import alarm.Request.SetAlarm;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that a reaction has failed on are answered when it has been mended. */
final class ReactionLettersTest {

    private static final String LETTERS = "/snooze/dead-letters";

    private final TestService service = TestService.start(AlarmService::new);
    private final AggregateTopics<String, Request, Happening, Alarm> alarms = service.topics(new AlarmsAggregate());

    @AfterEach
    void close() {
        Snooze.mended = false;
        service.close();
    }

    @Test
    void anEventIsAnsweredOnceHoweverOftenItIsHandledAgain() {
        Instant time = Instant.parse("2100-01-01T00:00:00Z");
        alarms.send(new SetAlarm(Snooze.FAILING, time));
        String id = awaitLetter("\"stage\":\"process\"");

        HttpResponse<String> still = resend(id);
        assertThat(still.statusCode()).isEqualTo(500);
        assertThat(still.body()).contains("urn:annals:problem:event-failed", "No snoozing at " + time);

        Snooze.mended = true;
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> resent = resend(id);
            assertThat(resent.statusCode()).as(resent.body()).isEqualTo(200);
            assertThat(resent.body())
                    .isEqualTo("{\"commands\":[\"annals:alarm.snooze:alarm.alarms.events:failing@1:1\"]}");
        }
        alarms.send(new SetAlarm(Snooze.TWICE, time));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> alarms.events(Snooze.TWICE).size() == 3);
        assertThat(alarms.events(Snooze.FAILING))
                .extracting(Message::value)
                .containsExactly(new AlarmSet(time), new AlarmCancelled());
        assertThat(alarms.commands())
                .filteredOn(command -> command.key().equals(Snooze.FAILING))
                .last()
                .satisfies(command -> assertThat(command.headers())
                        .containsEntry("annals.hops", "1")
                        .containsEntry("ce_source", "/alarm/snooze"));

        service.write("alarm.alarms.events", new byte[] {'a'}, "no Avro".getBytes(UTF_8));
        String noEvent = awaitLetter("\"stage\":\"read\"");
        assertThat(resend(noEvent).statusCode()).isEqualTo(500);
        assertThat(resend("7-7").statusCode()).isEqualTo(404);
        assertThat(service.http().get("/metrics").body())
                .contains(
                        "annals_stream_commands_total{stream=\"alarm-snooze\"} 2.0",
                        "annals_stream_dead_letters_total{stage=\"process\",stream=\"alarm-snooze\"} 1.0",
                        "annals_stream_dead_letters_total{stage=\"read\",stream=\"alarm-snooze\"} 1.0");
    }

    /** The id of the dead letter that says so. */
    private String awaitLetter(String what) {
        Pattern letter = Pattern.compile("\\{\"id\":\"(\\d+-\\d+)\"[^}]*" + what);
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> letter.matcher(service.http().get(LETTERS).body()), Matcher::find)
                .group(1);
    }

    private HttpResponse<String> resend(String id) {
        return service.http()
                .send(service.http()
                        .request(LETTERS + "/" + id + "/resend")
                        .POST(BodyPublishers.noBody())
                        .build());
    }
}
