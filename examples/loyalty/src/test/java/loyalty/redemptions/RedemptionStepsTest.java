package loyalty.redemptions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.ServiceTopology;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import loyalty.LoyaltyService;
import loyalty.Points;
import loyalty.PointsAggregate;
import loyalty.PointsCommand;
import loyalty.PointsCommand.GrantPoints;
import loyalty.PointsEvent;
import loyalty.redemptions.BankRequest.Transfer;
import loyalty.redemptions.BankTransfer.Expired;
import loyalty.redemptions.BankTransfer.Paid;
import loyalty.redemptions.BankTransfer.Refunded;
import loyalty.redemptions.BankTransfer.Rejected;
import loyalty.redemptions.Redemption.Stage;
import loyalty.redemptions.RedemptionCommand.RequestRedemption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The steps of a redemption, with a bank that the test plays. */
final class RedemptionStepsTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Transfer PAYMENT = new Transfer(ID, "loyalty", "alice", new BigDecimal("0.8"));

    private final ServiceTopology service = ServiceTopology.of(LoyaltyService::new);
    private final AggregateTopics<String, PointsCommand, PointsEvent, Points> points =
            service.topics(new PointsAggregate());
    private final AggregateTopics<UUID, RedemptionCommand, RedemptionEvent, Redemption> redemptions =
            service.topics(new RedemptionsAggregate());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void isPaid() {
        request();
        assertThat(pointsLeft()).isEqualTo(2);
        assertThat(requests()).containsExactly(PAYMENT);

        service.send(new BankTransferExternal(), ID, new Paid());
        assertThat(stage()).isEqualTo(Stage.PAID);
        service.advance(Redemption.PATIENCE.plusSeconds(1));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void pointsComeBackOnceHoweverOftenTheBankRefuses() {
        request();
        service.send(new BankTransferExternal(), ID, new Expired());
        service.send(new BankTransferExternal(), ID, new Refunded());

        assertThat(stage()).isEqualTo(Stage.RETURNED);
        assertThat(pointsLeft()).isEqualTo(10);
    }

    @Test
    void aBankThatDoesNotAnswerIsAskedAgain() {
        request();
        for (int i = 0; i < 50; i++) {
            service.advance(Redemption.PATIENCE.plusSeconds(1));
        }
        assertThat(requests()).hasSize(51).containsOnly(PAYMENT);
        assertThat(service.commands(new BankRequestExternal()))
                .extracting(request -> request.headers().get("ce_id"))
                .doesNotHaveDuplicates();

        service.send(new BankTransferExternal(), ID, new Rejected());
        service.advance(Duration.ofDays(1));
        assertThat(stage()).isEqualTo(Stage.RETURNED);
        assertThat(requests()).hasSize(51);
    }

    @Test
    void tooFewPoints() {
        points.send(new GrantPoints("alice", 7));
        redemptions.send(new RequestRedemption(ID, "alice", 8));

        assertThat(stage()).isEqualTo(Stage.REFUSED);
        assertThat(pointsLeft()).isEqualTo(7);
        assertThat(requests()).isEmpty();
    }

    @Test
    void transfersOfOthersChangeNothing() {
        service.send(new BankTransferExternal(), ID, new Paid());

        assertThat(redemptions.snapshots()).isEmpty();
        assertThat(redemptions.deadLetters()).isEmpty();
    }

    private void request() {
        points.send(new GrantPoints("alice", 10));
        redemptions.send(new RequestRedemption(ID, "alice", 8));
        assertThat(stage()).isEqualTo(Stage.PAYING);
    }

    private Stage stage() {
        return requireNonNull(service.state(new RedemptionsAggregate(), ID).snapshot())
                .stage();
    }

    private long pointsLeft() {
        return requireNonNull(service.state(new PointsAggregate(), "alice").snapshot())
                .points();
    }

    private List<BankRequest> requests() {
        return service.commands(new BankRequestExternal()).stream()
                .map(Message::value)
                .toList();
    }
}
