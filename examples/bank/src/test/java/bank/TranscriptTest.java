package bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the bank was asked to answer, word for word. */
final class TranscriptTest {

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void depositsRefusesToOverdrawAndShowsTheAccount() {
        HttpResponse<String> deposited = service.http()
                .post("/accounts/commands", "{\"_type\":\"Deposit\",\"account\":\"alice\",\"amount\":100}");

        assertThat(deposited.statusCode()).isEqualTo(200);
        assertThat(deposited.body()).isEqualTo("{\"_type\":\"Deposited\",\"amount\":100}");
        assertThat(deposited.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(deposited.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(deposited.headers().firstValue("Annals-Message-Id")).isPresent();

        HttpResponse<String> refused = service.http()
                .post("/accounts/commands", "{\"_type\":\"Withdraw\",\"account\":\"alice\",\"amount\":200}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .isEqualTo("{\"_type\":\"InsufficientFunds\",\"requested\":200,\"balance\":100,\"_isError\":true}");
        assertThat(refused.headers().firstValue("Annals-Message-Id")).isPresent();

        HttpResponse<String> account = service.http().get("/accounts/one/alice");

        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(account.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(account.body()).isEqualTo("{\"_key\":\"alice\",\"_version\":1,\"balance\":100}");
    }
}
