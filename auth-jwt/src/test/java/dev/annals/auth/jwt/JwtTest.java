package dev.annals.auth.jwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bank.AccountsAggregate;
import bank.BankService;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.annals.app.StartException;
import dev.annals.testkit.TestService;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bank, which lets in whoever shows a token of an issuer; its management takes a scope, and reads are open. */
class JwtTest {

    private static final String DEPOSIT = "{\"_type\":\"Deposit\",\"account\":\"alice\",\"amount\":1}";

    private static Issuer issuer;
    private static TestService bank;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        bank = TestService.start(
                BankService::new, settings(Map.of("auth.management", "scope:admin", "auth.reads", "open")));
    }

    @AfterAll
    static void stop() {
        bank.close();
        issuer.close();
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "auth.provider",
                "jwt",
                "auth.jwt.issuer",
                Issuer.NAME,
                "auth.jwt.audience",
                Issuer.AUDIENCE,
                "auth.jwt.jwks.url",
                issuer.keysUrl()));
        settings.putAll(more);
        return settings;
    }

    @Test
    void bearerOfAValidTokenIsTheSubjectOfTheEvents() throws Exception {
        HttpResponse<String> reply =
                deposit(issuer.sign(Issuer.claims("teller-7", "").build()));

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        assertThat(bank.topics(new AccountsAggregate()).events("alice"))
                .last()
                .satisfies(event -> assertThat(event.headers()).containsEntry("ce_authid", "teller-7"));
    }

    @Test
    void whoShowsNothingOrWhatIsNotValidIsNotLetIn() throws Exception {
        JWTClaimsSet good = Issuer.claims("mallory", "admin").build();
        HttpResponse<String> nothing = send(bank.http()
                .request("/accounts/commands")
                .header("content-type", "application/json")
                .header("ce_authid", "alice")
                .POST(BodyPublishers.ofString(DEPOSIT)));
        assertThat(nothing.statusCode()).isEqualTo(401);
        assertThat(nothing.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(nothing.body()).contains("not-authenticated", "Send a token");

        assertRefused(Issuer.unsigned(good));
        assertRefused(issuer.signWithPublicKey(good));
        assertRefused(issuer.signByAnother(good));
        assertRefused(issuer.sign(
                Issuer.claims("m", "").issuer("https://other.example").build()));
        assertRefused(issuer.sign(Issuer.claims("m", "").audience("other").build()));
        assertRefused(issuer.sign(Issuer.claims("m", "")
                .expirationTime(Date.from(Instant.now().minusSeconds(60)))
                .build()));
        assertRefused(issuer.sign(Issuer.claims("m", "").expirationTime(null).build()));
        assertRefused(issuer.sign(Issuer.claims("m", "").subject(null).build()));
        assertRefused("no token");
    }

    /** A stranger who announces a body, and does not send it, keeps nobody out. */
    @Test
    void strangersHoldNoPlacesOfCommands() throws Exception {
        String token = issuer.sign(Issuer.claims("teller", "").build());
        try (TestService narrow =
                        TestService.start(BankService::new, settings(Map.of("http.max.commands.in.flight", "1")));
                Socket stranger = new Socket(
                        InetAddress.getLoopbackAddress(), narrow.http().base().getPort())) {
            stranger.getOutputStream().write("""
                    POST /accounts/commands HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/json\r
                    Content-Length: 1\r
                    \r
                    """.getBytes(US_ASCII));
            BufferedReader answer = new BufferedReader(new InputStreamReader(stranger.getInputStream(), US_ASCII));
            assertThat(answer.readLine()).contains("401");

            HttpResponse<String> reply = narrow.http()
                    .send(narrow.http()
                            .request("/accounts/commands")
                            .header("content-type", "application/json")
                            .header("authorization", "Bearer " + token)
                            .POST(BodyPublishers.ofString(DEPOSIT))
                            .build());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        }
    }

    private static void assertRefused(String token) throws Exception {
        HttpResponse<String> reply = deposit(token);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(reply.body()).contains("not-authenticated").doesNotContain(token, "Exception");
    }

    @Test
    void areasHaveRulesOfTheirOwn() throws Exception {
        String teller = issuer.sign(Issuer.claims("teller", "deposits").build());
        String admin = issuer.sign(Issuer.claims("root", "deposits admin").build());

        assertThat(bank.http().get("/accounts/all").statusCode()).isEqualTo(200);
        assertThat(bank.http().get("/health/ready").statusCode()).isEqualTo(200);
        for (String path : new String[] {"/metrics", "/instances", "/accounts/dead-letters"}) {
            assertThat(bank.http().get(path).statusCode()).isEqualTo(401);
            HttpResponse<String> reply = get(path, teller);
            assertThat(reply.statusCode()).isEqualTo(403);
            assertThat(reply.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer error=\"insufficient_scope\", scope=\"admin\"");
            assertThat(get(path, admin).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(bank.http().get("/accounts/events/one/x").statusCode()).isEqualTo(401);
        assertThat(get("/accounts/events/one/x", teller).statusCode()).isEqualTo(404);
    }

    @Test
    void outcomeIsToldToWhoAskedForTheCommandOnly() throws Exception {
        String teller = issuer.sign(Issuer.claims("teller", "").build());
        String mallory = issuer.sign(Issuer.claims("mallory", "admin").build());
        HttpResponse<String> deposited = deposit(teller, "order-1");

        assertThat(get("/accounts/events/one/order-1", teller).body()).isEqualTo(deposited.body());
        assertThat(get("/accounts/events/one/order-1", mallory).statusCode()).isEqualTo(404);
        assertThat(deposit(mallory, "order-1").statusCode()).isEqualTo(422);
    }

    @Test
    void newKeysAreFetchedAndKeysThatCannotBeAreNoFaultOfTheBearers() throws Exception {
        try (Issuer rotating = new Issuer();
                TestService service = TestService.start(
                        BankService::new, settings(Map.of("auth.jwt.jwks.url", rotating.keysUrl())))) {
            JWTClaimsSet claims = Issuer.claims("teller", "").build();
            assertThat(read(service, rotating.sign(claims)).statusCode()).isEqualTo(200);
            assertThat(service.http().get("/accounts/events").statusCode()).isEqualTo(401);
            assertThat(service.http().get("/accounts/one/alice/events").statusCode())
                    .isEqualTo(401);
            rotating.rotate();
            assertThat(read(service, rotating.sign(claims)).statusCode()).isEqualTo(200);
        }
        try (Issuer gone = new Issuer();
                TestService service =
                        TestService.start(BankService::new, settings(Map.of("auth.jwt.jwks.url", gone.keysUrl())))) {
            String token = gone.sign(Issuer.claims("teller", "").build());
            gone.stopServing();
            HttpResponse<String> reply = read(service, token);
            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void wrongSettingsEndTheStart() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> TestService.start(BankService::new, settings(Map.of("auth.jwt.algorithms", "HS256"))))
                .withMessageContaining("auth.jwt.algorithms must be of");
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> TestService.start(BankService::new, Map.of("auth.provider", "jwt")))
                .withMessageContaining("needs auth.jwt.issuer");
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> TestService.start(BankService::new, Map.of("auth.commands", "required")))
                .withMessageContaining("auth.commands would go unheeded: set auth.provider");
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> TestService.start(BankService::new, settings(Map.of("auth.reads", "some"))))
                .withMessageContaining("auth.reads must be open, required or scope:name");
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(
                        () -> TestService.start(BankService::new, settings(Map.of("auth.managment", "scope:admin"))))
                .withMessageContaining("There is no setting auth.managment");
    }

    private static HttpResponse<String> deposit(String token) {
        return deposit(token, UUID.randomUUID().toString());
    }

    private static HttpResponse<String> deposit(String token, String key) {
        return send(bank.http()
                .request("/accounts/commands")
                .header("content-type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(DEPOSIT)));
    }

    private static HttpResponse<String> get(String path, String token) {
        return send(bank.http().request(path).header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> read(TestService service, String token) {
        return service.http()
                .send(service.http()
                        .request("/accounts/all")
                        .header("Authorization", "Bearer " + token)
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return bank.http().send(request.build());
    }
}
