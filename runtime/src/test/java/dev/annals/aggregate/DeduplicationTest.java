package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.Decision;
import dev.annals.aggregate.Counters.Action;
import dev.annals.aggregate.Counters.Command;
import dev.annals.aggregate.Counters.Count;
import dev.annals.aggregate.Counters.Event;
import dev.annals.ownership.Lease;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command with an id of its caller's, sent more than once, and commands on a condition. */
class DeduplicationTest {

    private static final Command ADD = Command.of("a", Action.ADD);

    @TempDir
    Path stateDirectory;

    private CountersTopology counters;

    @BeforeEach
    void start() {
        counters = new CountersTopology(stateDirectory);
    }

    @AfterEach
    void stop() {
        counters.close();
    }

    /** Sends under a caller's id, for a request that waits, and returns what it is told after the commit. */
    private Outcome<Event> send(Command command, String id, String request, String... headers) {
        CompletableFuture<Outcome<Event>> outcome = counters.await(request);
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 4, headers.length);
        all[0] = "ce_id";
        all[1] = id;
        all[2] = "annals.request";
        all[3] = request;
        counters.send(command, all);
        assertThat(outcome).isNotDone();
        counters.commit();
        return outcome.join();
    }

    @Test
    void secondOneIsAnsweredLikeTheFirstAndDecidesNothing() {
        Outcome<Event> first = send(Command.of("a", Action.ADD_TWICE), "m1", "r1");
        send(ADD, "m2", "r2");
        Outcome<Event> again = send(Command.of("a", Action.ADD_TWICE), "m1", "r3");

        Event added = new Event(Action.ADD, 1, "");
        assertThat(first).isEqualTo(new Outcome.Recorded<>("m1", List.of(added, added), false, 2));
        assertThat(again).isEqualTo(first);
        assertThat(counters.state("a")).isEqualTo(new EntityState<>(3, new Count(3, "")));
        assertThat(counters.eventRecords()).hasSize(3);
        assertThat(counters.snapshotRecords()).hasSize(2);
        assertThat(counters.deadLetters()).isEmpty();
    }

    @Test
    void refusalsAndRejectionsAndFailedConditionsAreKeptAsWell() {
        Outcome<Event> declined = send(Command.of("a", Action.DECLINE), "m1", "r1");
        Outcome<Event> rejected = send(Command.of("a", Action.REJECT), "m2", "r2");
        Outcome<Event> conditionFailed = send(ADD, "m3", "r3", "annals.if-match", "\"7\"");
        send(ADD, "m4", "r4");

        assertThat(rejected)
                .isEqualTo(new Outcome.Rejected<>("m2", Decision.Reason.RULE, "refused", "Total is none", 0));
        assertThat(conditionFailed).isEqualTo(new Outcome.ConditionFailed<>("m3", 0));
        assertThat(send(Command.of("a", Action.DECLINE), "m1", "r5")).isEqualTo(declined);
        assertThat(send(Command.of("a", Action.REJECT), "m2", "r6")).isEqualTo(rejected);
        assertThat(send(ADD, "m3", "r7", "annals.if-match", "\"7\"")).isEqualTo(conditionFailed);
        assertThat(send(ADD, "m3", "r8", "annals.if-match", "7")).isEqualTo(conditionFailed);
        assertThat(counters.state("a").version()).isEqualTo(1);
    }

    @Test
    void commandThatFailedFailsAgainUntilItIsSentAgainAsADeadLetter() {
        Outcome<Event> failed = send(Command.of("a", Action.THROW), "m1", "r1");

        assertThat(failed).isEqualTo(new Outcome.Failed<>("m1", Outcome.Stage.DECIDE, "Thrown by decide"));
        assertThat(send(Command.of("a", Action.THROW), "m1", "r2")).isEqualTo(failed);
        assertThat(counters.deadLetters()).hasSize(1);

        send(Command.of("a", Action.THROW), "m1", "r3", "annals.resent", "0-0");

        assertThat(counters.deadLetters()).hasSize(1);
    }

    @Test
    void deadLetterWhoseCommandHasSucceededIsNotDecidedAgain() {
        Outcome<Event> first = send(ADD, "m1", "r1");

        assertThat(send(ADD, "m1", "r2", "annals.resent", "0-0")).isEqualTo(first);
        assertThat(counters.state("a").version()).isEqualTo(1);
    }

    @Test
    void sameIdForAnotherCommandIsADeadLetter() {
        send(ADD, "m1", "r1");

        assertReused(send(new Command("a", Action.ADD, 2), "m1", "r2"));
        assertReused(send(Command.of("b", Action.ADD), "m1", "r3"));
        assertReused(send(ADD, "m1", "r4", "ce_authid", "mallory"));
        assertReused(send(ADD, "m1", "r5", "annals.if-match", "\"1\""));
        assertThat(counters.deadLetters())
                .hasSize(4)
                .allSatisfy(record ->
                        assertThat(CountersTopology.headers(record)).containsEntry("annals.stage", "identify"));
        assertThat(counters.state("a").version()).isEqualTo(1);
    }

    private static void assertReused(Outcome<Event> outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.stage()).isEqualTo(Outcome.Stage.IDENTIFY));
    }

    /** As a later version of the service may have stored it, before its partition came here. */
    @Test
    void outcomeThatCannotBeReadIsADeadLetterAndNothingIsDecided() {
        long now = System.currentTimeMillis();
        byte[] foreign = ByteBuffer.allocate(9).put((byte) 99).putLong(now).array();
        counters.outcomeStore().keep(OutcomeStore.key("m1"), null, foreign, now);

        Outcome<Event> outcome = send(ADD, "m1", "r1");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.detail()).contains("is kept in format 99"));
        assertThat(counters.deadLetters()).hasSize(1);
        assertThat(counters.state("a")).isEqualTo(EntityState.none());
        assertThat(send(ADD, "m2", "r2")).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void idIsForgottenAfterTheWindow() {
        send(ADD, "m1", "r1");
        counters.advance(CountersTopology.WINDOW.minus(Duration.ofSeconds(1)));
        send(ADD, "m1", "r2");
        assertThat(counters.state("a").version()).isEqualTo(1);
        assertThat(counters.outcomes().find("m1", 0)).isPresent();

        counters.advance(Duration.ofSeconds(1));
        send(ADD, "m1", "r3");

        assertThat(counters.state("a").version()).isEqualTo(2);
    }

    @Test
    void idIsKnownToAClockThatIsBehind() {
        OutcomeStore store = counters.outcomeStore();
        long start = 10 * CountersTopology.WINDOW.toMillis();
        Bytes id = OutcomeStore.key("m1");
        byte[] value = {1};

        store.keep(id, null, value, start);

        assertThat(store.find(id, start - 1)).isEqualTo(value);
        assertThat(store.find(id, start + CountersTopology.WINDOW.toMillis())).isEqualTo(value);
        assertThat(store.find(id, start + 2 * CountersTopology.WINDOW.toMillis()))
                .isNull();
    }

    @Test
    void commandOfARecordWithoutAnIdOrWithOneOfItsOwnIsNeitherLookedUpNorKept() {
        counters.send(ADD);
        counters.send(ADD, "ce_id", "m1", "annals.request", "m1");
        counters.send(ADD, "ce_id", "m1", "annals.request", "m1");

        assertThat(counters.state("a").version()).isEqualTo(3);
        assertThat(counters.kept("m1")).isEmpty();
        assertThat(counters.kept("counting.counters.commands-0@0")).isEmpty();
    }

    @Test
    void commandOfAProducerWithItsOwnIdsIsDecidedOnce() {
        counters.send(ADD, "ce_id", "m1", "annals.request", "");
        counters.send(ADD, "ce_id", "m1", "annals.request", "");

        assertThat(counters.state("a").version()).isEqualTo(1);
        assertThat(counters.kept("m1")).hasSize(1);
    }

    @Test
    void outcomeIsReadOnlyOnceItIsCommitted() {
        counters.send(ADD, "ce_id", "m1", "annals.request", "r1");
        assertThat(counters.outcomes().find("m1", 0)).isEmpty();

        counters.commit();

        assertThat(counters.outcomes().find("m1", 0).map(KeptOutcome::outcome))
                .contains(new Outcome.Recorded<>("m1", List.of(new Event(Action.ADD, 1, "")), false, 1));
        assertThat(counters.outcomes().find("m2", 0)).isEmpty();
    }

    @Test
    void idIsRecognisedInTheTransactionThatDecidesIt() {
        CompletableFuture<Outcome<Event>> first = counters.await("r1");
        CompletableFuture<Outcome<Event>> second = counters.await("r2");
        counters.send(ADD, "ce_id", "m1", "annals.request", "r1");
        counters.send(ADD, "ce_id", "m1", "annals.request", "r2");
        counters.commit();

        assertThat(second.join()).isEqualTo(first.join());
        assertThat(counters.state("a").version()).isEqualTo(1);
    }

    @Test
    void outcomeOfAPartitionThatHasLeftIsNotReady() {
        counters.close();

        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> counters.outcomes().find("m1", 0));
        assertThat(counters.outcomes().isKeptElsewhere("m1", 1)).isFalse();
    }

    /** Kafka Streams closes a store while others read it; its segments then say so. */
    @Test
    @SuppressWarnings("unchecked")
    void outcomeOfAPartitionThatLeavesWhileItIsReadIsNotReadyEither() {
        WindowStore<Bytes, byte[]> closing = (WindowStore<Bytes, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WindowStore.class}, (store, method, arguments) -> {
                    throw new InvalidStateStoreException("Store is currently closed");
                });
        OutcomeStore store = new OutcomeStore(closing, CountersTopology.WINDOW, Lease.FOR_EVER);

        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> store.findCommitted(OutcomeStore.key("m1"), 0));
    }

    @Test
    void longCommandIsRecognisedByItsDigest() {
        String key = "k".repeat(100_000);
        Outcome<Event> first = send(Command.of(key, Action.ADD), "m1", "r1");

        assertThat(send(Command.of(key, Action.ADD), "m1", "r2")).isEqualTo(first);
        assertReused(send(new Command(key, Action.ADD, 2), "m1", "r3"));
        assertThat(counters.kept("m1").get(0).value).hasSizeLessThan(1_000);
    }

    @Test
    void conditionIsCheckedAgainstTheStateThatEarlierCommandsLeft() {
        assertThat(send(ADD, "m1", "r1", "annals.if-none-match", "*")).isInstanceOf(Outcome.Recorded.class);
        assertThat(send(ADD, "m2", "r2", "annals.if-none-match", "*"))
                .isEqualTo(new Outcome.ConditionFailed<>("m2", 1));
        assertThat(send(ADD, "m3", "r3", "annals.if-match", "1")).isInstanceOf(Outcome.Recorded.class);
        assertThat(send(ADD, "m4", "r4", "annals.if-match", "\"1\"")).isEqualTo(new Outcome.ConditionFailed<>("m4", 2));
        assertThat(counters.state("a").version()).isEqualTo(2);
        assertThat(counters.eventRecords()).hasSize(2);
    }

    @Test
    void conditionOnADeletedEntityIsOnNone() {
        send(ADD, "m1", "r1");
        send(Command.of("a", Action.REMOVE), "m2", "r2");

        assertThat(send(ADD, "m3", "r3", "annals.if-match", "*")).isEqualTo(new Outcome.ConditionFailed<>("m3", 0));
        assertThat(send(ADD, "m4", "r4", "annals.if-none-match", "*")).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void malformedConditionIsADeadLetter() {
        counters.send(ADD, "annals.if-match", "three");

        assertThat(counters.deadLetters())
                .singleElement()
                .satisfies(
                        record -> assertThat(CountersTopology.headers(record)).containsEntry("annals.stage", "read"));
        assertThat(counters.state("a")).isEqualTo(EntityState.none());
    }
}
