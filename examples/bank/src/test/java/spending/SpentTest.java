package spending;

import static org.assertj.core.api.Assertions.assertThat;

import bank.AccountsAggregate;
import bank.Movement.Deposited;
import bank.Movement.Withdrawn;
import dev.annals.testkit.ServiceTopology;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a projection does with records of another service that are none of its events. */
final class SpentTest {

    private static final byte[] ALICE = "alice".getBytes(StandardCharsets.UTF_8);

    @Test
    void recordWithoutAValueIsADeadLetterWhereAnotherNameIsPassedOver() {
        try (ServiceTopology service = ServiceTopology.of(SpendingService::new)) {
            var accounts = service.topics(new AccountsAggregate());
            Stream.of(
                            new Withdrawn(new BigDecimal(50)),
                            new Deposited(BigDecimal.ONE),
                            null,
                            new Withdrawn(BigDecimal.TEN))
                    .map(event ->
                            event == null ? null : accounts.serdes().events().write(event))
                    .forEach(value -> service.sendBytes("bank.accounts.events", ALICE, value));

            SpentProjection spent = new SpentProjection();
            assertThat(service.record(spent, "alice")).contains(new Spent(new BigDecimal(60)));
            assertThat(service.deadLetters(spent)).singleElement().satisfies(letter -> {
                assertThat(letter.key()).isEqualTo(ALICE);
                assertThat(letter.value()).isNull();
                assertThat(letter.headers())
                        .containsEntry("annals.stage", "read")
                        .containsEntry("__streams.errors.message", "The record has no value");
            });
        }
    }
}
