package bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bank.Movement.InsufficientFunds;
import bank.Operation.Deposit;
import bank.Operation.Withdraw;
import dev.annals.aggregate.EntityState;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.ServiceTopology;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the topology makes of commands, without a broker. */
final class TopologyTest {

    private final AccountsAggregate aggregate = new AccountsAggregate();

    private ServiceTopology topology;
    private AggregateTopics<String, Operation, Movement, Account> accounts;

    @BeforeEach
    void start() {
        topology = ServiceTopology.of(BankService::new);
        accounts = topology.topics(aggregate);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void decidesAgainstTheStateThatAllEarlierCommandsLeft() {
        List<String> keys = BackToBack.accounts(300);

        accounts.sendAll(BackToBack.commands(keys));

        BackToBack.assertNothingRefused(accounts, keys);
        assertThat(keys)
                .allSatisfy(key -> assertThat(topology.state(aggregate, key))
                        .isEqualTo(new EntityState<>(3, new Account(BigDecimal.ZERO))));
    }

    @Test
    void recordsARefusalWithoutASequenceAndWithoutASnapshot() {
        accounts.send(new Withdraw("alice", BigDecimal.ONE), "message-7");

        assertThat(accounts.events()).singleElement().satisfies(event -> {
            assertThat(event.value()).isEqualTo(new InsufficientFunds(BigDecimal.ONE, BigDecimal.ZERO));
            assertThat(event.headers())
                    .containsEntry("ce_id", "message-7-1")
                    .containsEntry("ce_causationid", "message-7")
                    .doesNotContainKey("ce_sequence");
        });
        assertThat(accounts.snapshots()).isEmpty();
        assertThat(topology.state(aggregate, "alice")).isEqualTo(EntityState.none());
    }

    @Test
    void writesASnapshotForEachChange() {
        accounts.send(new Deposit("alice", BigDecimal.ONE));
        accounts.send(new Deposit("alice", BigDecimal.TEN));

        assertThat(accounts.snapshots())
                .extracting(Message::value)
                .containsExactly(
                        Optional.of(new Account(BigDecimal.ONE)), Optional.of(new Account(BigDecimal.valueOf(11))));
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOn() {
        accounts.sendBytes("alice".getBytes(UTF_8), new byte[] {1, 2, 3});
        accounts.sendBytes("alice".getBytes(UTF_8), null);
        accounts.sendBytes(null, accounts.serdes().commands().write(new Deposit("alice", BigDecimal.ONE)));
        accounts.sendBytes(
                "bob".getBytes(UTF_8), accounts.serdes().commands().write(new Deposit("alice", BigDecimal.ONE)));
        accounts.sendBytes(new byte[0], accounts.serdes().commands().write(new Deposit("", BigDecimal.ONE)));
        accounts.send(new Deposit("alice", BigDecimal.TEN));

        assertThat(accounts.deadLetters())
                .extracting(TopologyTest::reason)
                .containsExactly(
                        "No Avro single-object header (C3 01 and 8 bytes of fingerprint) at the start of 3 bytes",
                        "The record has no value",
                        "The record has no key, and its command's key is 'alice'",
                        "The record has another key, and its command's key is 'alice'",
                        "A key must not be empty");
        assertThat(topology.state(aggregate, "alice")).isEqualTo(new EntityState<>(1, new Account(BigDecimal.TEN)));
    }

    private static String reason(RawMessage deadLetter) {
        assertThat(deadLetter.headers()).containsEntry("annals.stage", "read");
        return String.valueOf(deadLetter.headers().get("__streams.errors.message"));
    }
}
