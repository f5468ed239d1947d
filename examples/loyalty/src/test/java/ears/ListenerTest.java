package ears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import bank.Operation.Deposit;
import dev.annals.app.Application;
import dev.annals.app.ExitCode;
import dev.annals.app.Service;
import dev.annals.app.StandardModule;
import dev.annals.app.StartException;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shelf.ShelfService;

/** Services without an aggregate, a projection, Kafka Streams and HTTP. */
final class ListenerTest {

    private static TestService bank;

    @BeforeAll
    static void start() {
        bank = TestService.start(BankService::new);
    }

    @AfterAll
    static void stop() {
        bank.close();
    }

    @Test
    void listens() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (TestService ears =
                bank.beside(EarsService.builder().heard(heard).without(StandardModule.STREAMS, StandardModule.HTTP))) {
            bank.topics(new AccountsAggregate()).send(new Deposit("alice", BigDecimal.TEN));

            await().untilAsserted(() -> assertThat(heard).containsExactly("alice 10"));
            assertThat(ears.topicNames()).contains("ears.listener.dead-letters");
        }
    }

    @Test
    void aReadModelNeedsWhatOpensDatabases() {
        Map<String, String> settings = new HashMap<>(bank.settings());
        settings.put("sql.url", "jdbc:h2:mem:shelf");

        assertThatThrownBy(() -> Application.start(
                        Service.of(ShelfService::new).without(StandardModule.STREAMS, StandardModule.HTTP), settings))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_SETTING))
                .hasMessage(
                        "The service shelf has read models in SQL, and nothing to open a database with: put annals-sql on the"
                                + " class path");
    }
}
