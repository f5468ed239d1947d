package bank;

import static bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.TestService;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request is said in a problem of a stable type, and leaves no command behind. */
final class RefusedRequestsTest {

    private static final int MAX_BODY = 2_000;

    private static TestService service;
    private static BankHttp bank;

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new, Map.of("http.max.body.bytes", Integer.toString(MAX_BODY)));
        bank = new BankHttp(service.http());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void nothingWasDone() {
        assertThat(service.http().get("/accounts/all").body()).isEqualTo("[]");
        var accounts = service.topics(new AccountsAggregate());
        assertThat(accounts.events()).isEmpty();
        assertThat(accounts.deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            not-json          | nonsense                                               | -        | The body is not JSON: Unrecognized token
            not-json          | {"_type":"Deposit"                                     | -        | (line 1, column
            not-json          | {"_type":"Deposit"} {}                                 | -        | The body is not JSON
            not-json          | ``                                                     | -        | The body is empty
            not-json          | [1]                                                    | -        | The body must be an object, and is an array
            not-json          | 1                                                      | -        | The body must be an object, and is 1
            not-json          | {"_type":"Deposit","amount":1,"amount":2}              | -        | Duplicate field 'amount'
            missing-type      | {"account":"a","amount":1}                             | _type    | must name one of Deposit, Withdraw
            missing-type      | {"_type":1,"account":"a","amount":1}                   | _type    | must name one of Deposit, Withdraw
            unknown-type      | {"_type":"Credit","account":"a"}                       | _type    | There is no \\"Credit\\"; \\"_type\\" must name one of Deposit, Withdraw
            unknown-type      | {"_type":"Steal","account":"a"}                        | _type    | There is no \\"Steal\\"; \\"_type\\" must name one of Deposit, Withdraw
            missing-field     | {"_type":"Deposit","amount":1}                         | account  | The field \\"account\\" is missing
            missing-field     | {"_type":"Deposit","account":"a","amount":null}        | amount   | The field \\"amount\\" is missing
            unknown-field     | {"_type":"Deposit","account":"a","amount":1,"note":""} | note     | the fields are _type, account, amount
            ill-typed-field   | {"_type":"Deposit","account":"a","amount":"1"}         | amount   | \\"amount\\" must be a number, and is \\"1\\"
            ill-typed-field   | {"_type":"Deposit","account":1,"amount":1}             | account  | \\"account\\" must be a string, and is 1
            ill-typed-field   | {"_type":"Deposit","account":"a","amount":1e999999999} | amount   | decimal places
            ill-typed-field   | {"_type":"Deposit","account":"\\ud800","amount":1}     | account  | \\"account\\" must be a string without half of a surrogate pair
            unknown-type      | {"_type":"\\ud800"}                                    | _type    | There is no
            not-json          | {"_type":"Deposit","\\ud800":1}                        | -        | The body is not JSON: Broken surrogate pair
            refused-arguments | {"_type":"Deposit","account":"a","amount":0}           | -        | The amount must be positive, and is 0
            refused-arguments | {"_type":"Withdraw","account":"a","amount":-1}         | -        | The amount must be positive, and is -1
            invalid-key       | {"_type":"Deposit","account":"","amount":1}            | -        | The key must be a string that is not empty, and is \\"\\"
            """)
    void refusesACommandThatIsNone(String type, String body, String field, String said) {
        HttpResponse<String> reply = bank.command(body);

        assertProblem(reply, 400, type, said);
        if (field == null) {
            assertThat(reply.body()).doesNotContain("\"field\":");
        } else {
            assertThat(reply.body()).contains("\"field\":\"" + field + "\"");
        }
    }

    @Test
    void saysThatThereIsNoSuchAccount() {
        assertProblem(bank.account("nobody"), 404, "not-found", "There is no entity with the key \\\"nobody\\\"");
    }

    @Test
    void saysThatAnEmptyKeyIsNone() {
        assertProblem(
                service.http().get("/accounts/one/"), 400, "invalid-key", "The key must be a string that is not empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/accounts", "/accounts/one", "/accounts/one/a/b", "/Accounts/all"})
    void saysThatThereIsNothingAtOtherPaths(String path) {
        assertProblem(service.http().get(path), 404, "no-such-route", "There is nothing at " + path);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /accounts/commands, POST",
        "DELETE, /accounts/commands, POST",
        "POST,   /accounts/all,      'GET, HEAD'",
        "PUT,    /accounts/one/a,    'GET, HEAD'",
        "PATCH,  /accounts/one/a,    'GET, HEAD'"
    })
    void saysWhichMethodsAPathTakes(String method, String path, String allowed) {
        HttpResponse<String> reply = service.http()
                .send(service.http()
                        .request(path)
                        .method(method, BodyPublishers.noBody())
                        .build());

        assertProblem(reply, 405, "method-not-allowed", method + " is not allowed here; allowed: " + allowed);
        assertThat(reply.headers().firstValue("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @CsvSource({"/accounts/all, 200", "/accounts/one/nobody, 404"})
    void answersHeadLikeGetButWithoutABody(String path, int status) {
        HttpResponse<String> reply = service.http()
                .send(service.http()
                        .request(path)
                        .method("HEAD", BodyPublishers.noBody())
                        .build());

        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers().firstValue("Content-Length")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_BODY + 1, 100_000, 20_000_000})
    void refusesABodyThatIsTooLarge(int length) {
        assertProblem(
                bank.command(" ".repeat(length)), 413, "too-large", "The body may have at most " + MAX_BODY + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {MAX_BODY + 1, 10_000})
    void refusesABodyThatTurnsOutToBeTooLarge(int length) {
        HttpResponse<String> reply = service.http()
                .send(service.http()
                        .request("/accounts/commands")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])))
                        .build());

        assertProblem(reply, 413, "too-large", "The body may have at most " + MAX_BODY + " bytes");
    }

    @Test
    void wantsTheBodyDeclaredAsJson() {
        HttpResponse<String> reply = service.http()
                .send(service.http()
                        .request("/accounts/commands")
                        .POST(BodyPublishers.ofString(BankHttp.deposit("a", 1)))
                        .build());

        assertProblem(reply, 415, "unsupported-media-type", "must be application/json, and is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "json"})
    void wantsTheBodyDeclaredAsNothingElse(String contentType) {
        HttpResponse<String> reply = service.http()
                .send(service.http()
                        .request("/accounts/commands")
                        .header("content-type", contentType)
                        .POST(BodyPublishers.ofString(BankHttp.deposit("a", 1)))
                        .build());

        assertProblem(reply, 415, "unsupported-media-type", "must be application/json, and is " + contentType);
    }
}
