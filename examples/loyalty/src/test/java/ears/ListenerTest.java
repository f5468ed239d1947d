package ears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import bank.Operation.Deposit;
import dev.annals.app.StandardModule;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A service without an aggregate, a projection, Kafka Streams and HTTP. */
final class ListenerTest {

    @Test
    void listens() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (TestService bank = TestService.start(BankService::new);
                TestService ears = bank.beside(
                        EarsService.builder().heard(heard).without(StandardModule.STREAMS, StandardModule.HTTP))) {
            bank.topics(new AccountsAggregate()).send(new Deposit("alice", BigDecimal.TEN));

            await().untilAsserted(() -> assertThat(heard).containsExactly("alice 10"));
            assertThat(ears.topicNames()).contains("ears.listener.dead-letters");
        }
    }
}
