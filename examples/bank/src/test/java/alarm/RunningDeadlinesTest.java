package alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import alarm.Happening.AlarmSounded;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deadlines and reactions of a service that runs, and is started again. */
final class RunningDeadlinesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestService service = TestService.start(AlarmService::new);
    private final AggregateTopics<String, Request, Happening, Alarm> alarms = service.topics(new AlarmsAggregate());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void comeAlsoWhereTheServiceWasNotThereWhenItWasTime() {
        Instant soon = Instant.now().plusSeconds(2);
        IntStream.range(0, 20).forEach(i -> set("a" + i, soon));
        set("far", Instant.parse("2100-01-01T00:00:00Z"));
        service.stop();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(soon));
        service.restart();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rung()).isEqualTo(20));
        service.restart();
        set("last", Instant.now());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rung()).isEqualTo(21));
        assertThat(alarms.events("far")).hasSize(1);
        assertThat(alarms.deadLetters()).isEmpty();
    }

    @Test
    void reactionsAreAnsweredInTransactions() {
        set(Snooze.TWICE, Instant.parse("2100-01-01T00:00:00Z"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alarms.events(Snooze.TWICE)).hasSize(3));
        assertThat(service.http().get("/topology").body()).contains("alarm-snooze");
        HttpResponse<String> letters = service.http().get("/snooze/dead-letters");
        assertThat(letters.statusCode()).isEqualTo(200);
        assertThat(letters.body()).isEqualTo("[]");
    }

    private void set(String id, Instant at) {
        HttpResponse<String> reply = service.http()
                .post("/alarms/commands", "{\"_type\":\"SetAlarm\",\"id\":\"%s\",\"at\":\"%s\"}".formatted(id, at));
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    private long rung() {
        return alarms.events().stream()
                .map(Message::value)
                .filter(AlarmSounded.class::isInstance)
                .count();
    }
}
