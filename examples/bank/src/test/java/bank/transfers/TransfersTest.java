package bank.transfers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bank.Account;
import bank.AccountsAggregate;
import bank.BankService;
import bank.Movement;
import bank.Operation;
import bank.Operation.Deposit;
import bank.transfers.Transfer.Stage;
import bank.transfers.TransferCommand.RequestTransfer;
import bank.transfers.TransferEvent.TransferRequested;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.ServiceTopology;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transfers through accounts and back, in topologies. */
final class TransfersTest {

    private static final UUID ID = new UUID(0, 1);
    private static final BigDecimal TEN = BigDecimal.TEN;

    /** A command with it is larger than what is written. */
    private static final String ENDLESS = "x".repeat(400_000);

    private final ServiceTopology service = ServiceTopology.of(BankService::new);
    private final AggregateTopics<String, Operation, Movement, Account> accounts =
            service.topics(new AccountsAggregate());
    private final AggregateTopics<UUID, TransferCommand, TransferEvent, Transfer> transfers =
            service.topics(new TransfersAggregate());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void moneyGoesFromOneToTheOther() {
        accounts.send(new Deposit("alice", TEN));
        transfers.send(new RequestTransfer(ID, "alice", "bob", TEN));

        assertThat(stage()).isEqualTo(Stage.COMPLETED);
        assertThat(balance("alice")).isZero();
        assertThat(balance("bob")).isEqualByComparingTo(TEN);
    }

    @Test
    void whatIsNotThereIsNotTaken() {
        transfers.send(new RequestTransfer(ID, "alice", "bob", TEN));

        assertThat(stage()).isEqualTo(Stage.REJECTED);
        assertThat(balance("alice")).isZero();
        assertThat(balance("bob")).isZero();
    }

    @Test
    void whatCannotBeBroughtIsGivenBack() {
        accounts.send(new Deposit("alice", TEN));
        accounts.send(new Deposit("bob", new BigDecimal(1_000_000_000)));
        transfers.send(new RequestTransfer(ID, "alice", "bob", TEN));

        assertThat(stage()).isEqualTo(Stage.REFUNDED);
        assertThat(balance("alice")).isEqualByComparingTo(TEN);
    }

    @Test
    void commandsSayWhatTheyComeFrom() {
        accounts.send(new Deposit("alice", TEN));
        transfers.send(
                new RequestTransfer(ID, "alice", "bob", TEN),
                Map.of("ce_id", "wish", "traceparent", "00-1-2-01", "ce_authid", "alice"));

        Message<String, Operation> debit = accounts.commands().get(0);
        assertThat(debit.headers())
                .containsEntry("ce_id", "annals:bank.transferSteps:bank.transfers.events:" + ID + "@1:1")
                .containsEntry("ce_type", "bank.Operation.Debit")
                .containsEntry("ce_source", "/bank/transferSteps")
                .containsEntry("ce_subject", "alice")
                .containsEntry("ce_correlationid", "wish")
                .containsEntry("ce_causationid", "wish-1")
                .containsEntry("ce_authid", "alice")
                .containsEntry("traceparent", "00-1-2-01")
                .containsEntry("annals.hops", "1");
        assertThat(transfers.events())
                .extracting(event -> event.headers().getOrDefault("annals.hops", "0"))
                .containsExactly("0", "2", "4");
        assertThat(transfers.events())
                .allSatisfy(event -> assertThat(event.headers()).containsEntry("ce_correlationid", "wish"));
    }

    @Test
    void anEventThatIsReadAgainCommandsOnce() {
        accounts.send(new Deposit("alice", TEN));
        transfers.send(new RequestTransfer(ID, "alice", "bob", BigDecimal.ONE));
        Message<UUID, TransferEvent> requested = transfers.events().get(0);
        service.send(
                "bank.transfers.events",
                new RawMessage(
                        new TransfersAggregate().keys().toBytes(ID),
                        transfers.serdes().events().write(requested.value()),
                        requested.headers()));

        assertThat(accounts.commands())
                .extracting(command -> command.headers().get("ce_id"))
                .contains("annals:bank.transferSteps:bank.transfers.events:" + ID + "@1:1")
                .hasSize(3);
        assertThat(balance("alice")).isEqualByComparingTo(new BigDecimal(9));
        assertThat(accounts.deadLetters()).isEmpty();
    }

    @Test
    void whatNobodyAnswersExpires() {
        transfers.send(new RequestTransfer(ID, ENDLESS, "bob", TEN));
        service.advance(Transfer.PATIENCE.minusSeconds(1));
        assertThat(stage()).isEqualTo(Stage.REQUESTED);

        service.advance(Duration.ofSeconds(2));

        assertThat(stage()).isEqualTo(Stage.EXPIRED);
        Message<UUID, TransferCommand> expire = transfers.commands().get(0);
        TransferRequested requested =
                (TransferRequested) transfers.events().get(0).value();
        assertThat(expire.headers())
                .containsEntry("ce_id", "annals:bank.transfers:" + ID + "@1:expiry")
                .containsEntry("annals.deadline", requested.deadline().toEpochMilli() + " expiry")
                .containsEntry(
                        "ce_causationid", transfers.events().get(0).headers().get("ce_causationid"));
        service.advance(Duration.ofDays(1));
        assertThat(transfers.commands()).hasSize(1);
    }

    @Test
    void whatIsAnsweredDoesNotExpire() {
        accounts.send(new Deposit("alice", TEN));
        transfers.send(new RequestTransfer(ID, "alice", "bob", TEN));
        service.advance(Duration.ofDays(1));

        assertThat(stage()).isEqualTo(Stage.COMPLETED);
        assertThat(transfers.commands())
                .extracting(Message::value)
                .doesNotHaveAnyElementsOfTypes(TransferCommand.ExpireTransfer.class);
    }

    @Test
    void whatCannotBeAskedIsADeadLetter() {
        transfers.send(new RequestTransfer(ID, ENDLESS, "bob", TEN));

        List<RawMessage> letters = service.messages("bank.transferSteps.dead-letters");
        assertThat(letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .containsEntry("__streams.errors.topic", "bank.transfers.events")
                        .hasEntrySatisfying(
                                "__streams.errors.message",
                                message -> assertThat(message).startsWith("The record of the command takes 1,2")));
        assertThat(accounts.commands()).isEmpty();
    }

    private Stage stage() {
        return requireNonNull(service.state(new TransfersAggregate(), ID).snapshot())
                .stage();
    }

    private BigDecimal balance(String account) {
        Account found = service.state(new AccountsAggregate(), account).snapshot();
        return found == null ? BigDecimal.ZERO : found.balance();
    }
}
