package dev.annals.aggregate;

import static dev.annals.aggregate.CountersTopology.bytes;
import static dev.annals.aggregate.CountersTopology.headers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.Decision;
import dev.annals.aggregate.Counters.Action;
import dev.annals.aggregate.Counters.Command;
import dev.annals.aggregate.Counters.Count;
import dev.annals.aggregate.Counters.Event;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One command after another: what is recorded, what is not, and what its caller is told. */
class AggregateProcessorTest {

    private CountersTopology counters;

    @BeforeEach
    void open(@TempDir Path stateDirectory) {
        counters = new CountersTopology(stateDirectory);
    }

    @AfterEach
    void close() {
        counters.close();
    }

    @Test
    void eventIsRecordedWithItsHeaders() {
        counters.send(new Command("a", Action.ADD, 7), "ce_id", "m1", "ce_correlationid", "c1", "traceparent", "t1");

        TestRecord<byte[], byte[]> event = counters.eventRecords().get(0);
        assertThat(event.key()).isEqualTo("a".getBytes(StandardCharsets.UTF_8));
        assertThat(event.getRecordTime()).isEqualTo(CountersTopology.TIME);
        assertThat(headers(event))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("content-type", "application/avro"),
                        Map.entry("ce_id", "m1-1"),
                        Map.entry("ce_type", "counting.Event"),
                        Map.entry("ce_source", "/counting/counters"),
                        Map.entry("ce_time", "2026-11-23T12:00:00Z"),
                        Map.entry("ce_subject", "a"),
                        Map.entry("ce_sequence", "1"),
                        Map.entry("ce_correlationid", "c1"),
                        Map.entry("ce_causationid", "m1"),
                        Map.entry("traceparent", "t1")));
    }

    @Test
    void snapshotIsRecordedWithItsHeaders() {
        counters.send(new Command("a", Action.ADD, 7), "ce_id", "m1");

        TestRecord<byte[], byte[]> snapshot = counters.snapshotRecords().get(0);
        assertThat(Counters.SERDES.snapshots().read(snapshot.value())).isEqualTo(new Count(7, ""));
        assertThat(headers(snapshot))
                .containsEntry("ce_id", "a@1")
                .containsEntry("ce_type", "counting.Count")
                .containsEntry("ce_sequence", "1");
    }

    @Test
    void severalEventsOfACommandAreInOrderAndLeadToOneSnapshot() {
        counters.send(Command.of("a", Action.ADD), "ce_id", "m1");
        counters.send(new Command("a", Action.ADD_TWICE, 5), "ce_id", "m2");

        assertThat(counters.eventRecords())
                .extracting(event ->
                        headers(event).get("ce_id") + " " + headers(event).get("ce_sequence"))
                .containsExactly("m1-1 1", "m2-1 2", "m2-2 3");
        assertThat(counters.snapshotRecords()).hasSize(2);
        assertThat(counters.state("a")).isEqualTo(new EntityState<>(3, new Count(11, "")));
    }

    @Test
    void commandIsDecidedAgainstTheStateThatAllEarlierOnesLeft() {
        for (int i = 0; i < 100; i++) {
            counters.send(Command.of("a", Action.ADD));
            counters.send(Command.of("b", Action.ADD));
        }

        assertThat(counters.state("a")).isEqualTo(new EntityState<>(100, new Count(100, "")));
        assertThat(counters.state("b")).isEqualTo(new EntityState<>(100, new Count(100, "")));
    }

    @Test
    void failureIsRecordedAndChangesNothing() {
        CompletableFuture<Outcome<Event>> outcome = counters.await("m1");
        counters.send(Command.of("a", Action.DECLINE), "ce_id", "m1");
        counters.commit();

        assertThat(headers(counters.eventRecords().get(0))).doesNotContainKey("ce_sequence");
        assertThat(counters.snapshotRecords()).isEmpty();
        assertThat(counters.state("a")).isEqualTo(EntityState.none());
        assertThat(outcome)
                .isCompletedWithValue(new Outcome.Recorded<>("m1", List.of(Event.of(Action.DECLINE)), true, 0));
    }

    @Test
    void failureBesideAnotherEventLeavesThatOnesState() {
        counters.send(Command.of("a", Action.ADD_AND_DECLINE));

        assertThat(counters.events()).hasSize(2);
        assertThat(counters.state("a").version()).isEqualTo(1);
    }

    @Test
    void rejectionRecordsNothing() {
        CompletableFuture<Outcome<Event>> outcome = counters.await("m2");
        counters.send(Command.of("a", Action.ADD), "ce_id", "m1");
        counters.send(Command.of("a", Action.REJECT), "ce_id", "m2");
        counters.commit();

        assertThat(counters.events()).hasSize(1);
        assertThat(counters.snapshotRecords()).hasSize(1);
        assertThat(counters.deadLetters()).isEmpty();
        assertThat(outcome)
                .isCompletedWithValue(new Outcome.Rejected<>("m2", Decision.Reason.RULE, "refused", "Total is 1", 1));
    }

    @Test
    void acceptingNothingRecordsNothing() {
        CompletableFuture<Outcome<Event>> outcome = counters.await("m1");
        counters.send(Command.of("a", Action.NOTHING), "ce_id", "m1");
        counters.commit();

        assertThat(counters.events()).isEmpty();
        assertThat(counters.snapshotRecords()).isEmpty();
        assertThat(outcome).isCompletedWithValue(new Outcome.Recorded<>("m1", List.of(), false, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"THROW", "OVERFLOW_THE_STACK", "ADD_AND_BREAK"})
    void domainThatThrowsRecordsNothingButADeadLetter(Action action) {
        assertDeadLetter(action, Outcome.Stage.DECIDE);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADD_AND_BLOAT_EVENT", "ADD_AND_BLOAT_SNAPSHOT"})
    void recordThatKafkaWouldRefuseRecordsNothingButADeadLetter(Action action) {
        assertDeadLetter(action, Outcome.Stage.WRITE);
    }

    private void assertDeadLetter(Action action, Outcome.Stage stage) {
        counters.send(Command.of("a", Action.ADD));
        CompletableFuture<Outcome<Event>> outcome = counters.await("m2");
        counters.send(Command.of("a", action), "ce_id", "m2");
        counters.send(Command.of("a", Action.ADD));
        counters.commit();

        assertThat(counters.events()).hasSize(2).allMatch(event -> event.action() == Action.ADD);
        assertThat(counters.snapshotRecords()).hasSize(2);
        assertThat(counters.state("a")).isEqualTo(new EntityState<>(2, new Count(2, "")));
        TestRecord<byte[], byte[]> deadLetter = counters.deadLetters().get(0);
        assertThat(Counters.SERDES.commands().read(deadLetter.value())).isEqualTo(Command.of("a", action));
        assertThat(headers(deadLetter))
                .containsEntry("annals.stage", stage.name().toLowerCase(Locale.ROOT));
        assertThat(outcome)
                .isCompletedWithValueMatching(
                        value -> value instanceof Outcome.Failed<Event> failed && failed.stage() == stage);
    }

    @Test
    void deadLetterSaysWhatFailedAndWhere() {
        counters.send(Command.of("a", Action.ADD));
        counters.send(Command.of("a", Action.THROW), "ce_id", "m1", "custom", "kept");

        assertThat(headers(counters.deadLetters().get(0)))
                .containsEntry("ce_id", "m1")
                .containsEntry("custom", "kept")
                .containsEntry("annals.message.id", "m1")
                .containsEntry("__streams.errors.exception", "java.lang.IllegalStateException")
                .containsEntry("__streams.errors.message", "Thrown by decide")
                .containsEntry("__streams.errors.topic", "counting.counters.commands")
                .containsEntry("__streams.errors.partition", "0")
                .containsEntry("__streams.errors.offset", "1")
                .hasEntrySatisfying(
                        "__streams.errors.stacktrace",
                        trace -> assertThat(trace).contains("Counters.decide").hasSizeLessThanOrEqualTo(4_000));
    }

    @Test
    void deadLetterThatIsTooLargeSaysWhereItsOriginalIs() {
        counters.send("a".getBytes(StandardCharsets.UTF_8), new byte[3_000_000]);

        assertThat(counters.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(headers(letter))
                    .containsEntry("__streams.errors.offset", "0")
                    .containsEntry("annals.omitted", "key, value and headers");
        });
    }

    @Test
    void recordThatIsNoCommandIsADeadLetterAndTheNextIsProcessed() {
        byte[] command = Counters.SERDES.commands().write(Command.of("a", Action.ADD));
        byte[] a = "a".getBytes(StandardCharsets.UTF_8);

        counters.send(a, "garbage".getBytes(StandardCharsets.UTF_8));
        counters.send(a, new byte[0]);
        counters.send(a, null);
        counters.send("b".getBytes(StandardCharsets.UTF_8), command);
        counters.send(null, command);
        counters.send(new byte[0], Counters.SERDES.commands().write(Command.of("", Action.ADD)));
        assertThat(counters.events()).isEmpty();
        counters.send(a, command);

        assertThat(counters.deadLetters())
                .extracting(letter -> headers(letter).get("annals.stage") + ": "
                        + headers(letter).get("__streams.errors.message"))
                .containsExactly(
                        "read: No Avro single-object header (C3 01 and 8 bytes of fingerprint) at the start of 7 bytes",
                        "read: No Avro single-object header (C3 01 and 8 bytes of fingerprint) at the start of 0 bytes",
                        "read: The record has no value",
                        "read: The record has another key, and its command's key is 'a'",
                        "read: The record has no key, and its command's key is 'a'",
                        "read: A key must not be empty");
        assertThat(counters.events()).hasSize(1);
        assertThat(counters.snapshotRecords()).hasSize(1);
    }

    @Test
    void stateThatCannotBeReadFailsItsOwnCommandsOnly() {
        counters.store().put(bytes("a"), new byte[] {1, 2, 3});
        counters.send(Command.of("a", Action.ADD));
        counters.send(Command.of("b", Action.ADD));

        assertThat(counters.deadLetters()).hasSize(1);
        assertThat(counters.events()).hasSize(1);
        assertThat(counters.store().get(bytes("a"))).containsExactly(1, 2, 3);
    }

    @Test
    void removedEntityLeavesATombstoneAndGoesOnCountingWhenItIsCreatedAgain() {
        CompletableFuture<Outcome<Event>> removed = counters.await("m2");
        counters.send(new Command("a", Action.ADD, 9));
        counters.send(Command.of("a", Action.REMOVE), "ce_id", "m2");
        counters.commit();
        assertThat(counters.state("a")).isEqualTo(new EntityState<>(2, null));
        assertThat(counters.reader().one("a")).isEmpty();
        assertThat(removed)
                .isCompletedWithValueMatching(
                        value -> value instanceof Outcome.Recorded<Event> recorded && recorded.version() == 0);
        counters.send(Command.of("a", Action.ADD));
        counters.commit();

        assertThat(counters.state("a")).isEqualTo(new EntityState<>(3, new Count(1, "")));
        assertThat(counters.reader().one("a")).contains(new Entity<>("a", 3, new Count(1, "")));
        TestRecord<byte[], byte[]> tombstone = counters.snapshotRecords().get(1);
        assertThat(tombstone.value()).isNull();
        assertThat(headers(tombstone)).containsEntry("ce_type", "tombstone").containsEntry("ce_id", "a@2");
    }

    @Test
    void outcomeIsToldAfterTheCommit() {
        CompletableFuture<Outcome<Event>> outcome = counters.await("m1");
        counters.send(Command.of("a", Action.ADD), "ce_id", "m1");
        assertThat(outcome).isNotDone();

        counters.commit();

        assertThat(outcome)
                .isCompletedWithValue(new Outcome.Recorded<>("m1", List.of(new Event(Action.ADD, 1, "")), false, 1));
    }

    @Test
    void outcomeOfAnAbortedTransactionIsNotTold() {
        CompletableFuture<Outcome<Event>> outcome = counters.await("m1");
        counters.send(Command.of("a", Action.ADD), "ce_id", "m1");

        counters.abort();
        counters.commit();

        assertThat(outcome).isNotDone();
    }

    @Test
    void readersSeeWhatIsCommitted() {
        counters.send(Command.of("a", Action.ADD));
        assertThat(counters.reader().one("a")).isEmpty();
        assertThat(page(counters.reader())).isEmpty();

        counters.commit();
        counters.send(Command.of("a", Action.ADD));
        counters.send(Command.of("a", Action.ADD));
        Entity<String, Count> committed = new Entity<>("a", 1, new Count(1, ""));
        assertThat(counters.reader().one("a")).contains(committed);
        assertThat(page(counters.reader())).containsExactly(committed);

        counters.commit();
        assertThat(counters.reader().one("a")).contains(new Entity<>("a", 3, new Count(3, "")));
    }

    @Test
    void afterTheTaskIsClosedNothingIsRead() {
        counters.send(Command.of("a", Action.ADD));
        EntityReader<String, Count> reader = counters.reader();

        counters.close();

        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> reader.one("a"));
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> page(reader));
        assertThat(reader.isReady(0)).isFalse();
    }

    @Test
    void commandWithoutAnIdIsNamedByItsPlace() {
        counters.send(Command.of("a", Action.ADD));

        assertThat(headers(counters.eventRecords().get(0)))
                .containsEntry("ce_id", "counting.counters.commands-0@0-1")
                .containsEntry("ce_correlationid", "counting.counters.commands-0@0")
                .containsEntry("ce_causationid", "counting.counters.commands-0@0");
    }

    @Test
    void contextTellsWhatTheRecordSays() {
        counters.send(Command.of("a", Action.ADD));
        counters.send(
                Command.of("a", Action.TELL_CONTEXT), "ce_id", "m1", "ce_correlationid", "c1", "ce_causationid", "x1");

        String[] told = counters.events().get(1).text().split(" ");
        assertThat(told)
                .startsWith("m1", "c1", "x1", "2026-11-23T12:00:00Z", "1")
                .doesNotHaveDuplicates();
    }

    @Test
    void processingAgainGivesTheSameBytes(@TempDir Path another) {
        try (CountersTopology again = new CountersTopology(another)) {
            for (CountersTopology topology : List.of(counters, again)) {
                topology.send(Command.of("a", Action.TELL_CONTEXT), "ce_id", "m1", "ce_causationid", "cause");
                topology.send(Command.of("a", Action.TELL_CONTEXT));
            }
            List<TestRecord<byte[], byte[]>> first = counters.eventRecords();
            List<TestRecord<byte[], byte[]>> second = again.eventRecords();
            assertThat(second).hasSize(2);
            for (int i = 0; i < 2; i++) {
                assertThat(second.get(i).value()).isEqualTo(first.get(i).value());
                assertThat(headers(second.get(i))).isEqualTo(headers(first.get(i)));
            }
        }
    }

    private static List<Entity<String, Count>> page(EntityReader<String, Count> reader) {
        return reader.page(List.of(0), null, 10).stream().map(reader::entity).toList();
    }
}
