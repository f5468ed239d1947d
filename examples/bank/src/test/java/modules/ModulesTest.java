package modules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import bank.Operation.Deposit;
import dev.annals.app.Application;
import dev.annals.app.ExitCode;
import dev.annals.app.Module;
import dev.annals.app.Service;
import dev.annals.app.StandardModule;
import dev.annals.app.StartException;
import dev.annals.testkit.HttpTester;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services with more modules, or fewer. */
final class ModulesTest {

    private static final Service.Factory BANK = BankService::new;
    private static final Map<String, String> FREE_PORT = Map.of("http.port", "0");

    @Test
    void moduleHasRoutesMetricsSettingsAndKafka() {
        Greeter greeter = Greeter.alone();
        try (TestService service = TestService.start(BANK.with(() -> greeter), Map.of("greeter.tone", "kind"))) {
            assertThat(service.http().get("/greeter/alice").body()).isEqualTo("Hello alice");
            assertThat(service.http().get("/greeter/nobody").statusCode()).isEqualTo(500);
            assertThat(service.http().get("/greeter/nobody").body())
                    .contains("urn:annals:problem:internal-error")
                    .doesNotContain("There is nobody");
            assertThat(service.http().get("/metrics").body()).contains("greetings_total 3.0");
            assertThat(greeter.context().service()).isEqualTo("bank");
            assertThat(greeter.context().setting("greeter.tone")).contains("kind");
            assertThat(greeter.context().kafka("greeter"))
                    .containsEntry("bootstrap.servers", service.bootstrapServers())
                    .containsEntry("client.id", "greeter");
        }
    }

    @Test
    void serviceIsUnreadyWhereAModuleIs() {
        Greeter greeter = Greeter.alone();
        try (Application bank =
                Application.start(BANK.without(StandardModule.KAFKA).with(() -> greeter), FREE_PORT)) {
            HttpTester http = http(bank);
            assertThat(http.get("/health/ready").statusCode()).isEqualTo(200);

            greeter.unready = java.util.Optional.of("has a cold");

            assertThat(http.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(http.get("/health/ready").body())
                    .isEqualTo(
                            "{\"status\":\"DOWN\",\"state\":\"WAITING\",\"restoring\":{},\"unready\":{\"greeter\":\"has a cold\"}}");
            assertThat(http.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void modulesStartInTheirOrderAndStopTheOtherWayRound() {
        List<String> log = new ArrayList<>();
        Greeter last = new Greeter("last", Module.LAST, log);
        Greeter alsoLast = new Greeter("also-last", Module.LAST, log);
        Greeter first = new Greeter("first", StandardModule.STREAMS.priority() - 1, log);

        try (Application bank = Application.start(
                BANK.without(StandardModule.KAFKA)
                        .with(() -> last)
                        .with(() -> alsoLast)
                        .with(() -> first),
                FREE_PORT)) {
            assertThat(last.context().module(Greeter.class)).isSameAs(first);
            assertThat(http(bank).get("/first/bob").body()).isEqualTo("Hello bob");
        }

        assertThat(log)
                .containsExactly(
                        "start first", "start last", "start also-last", "stop also-last", "stop last", "stop first");
    }

    @Test
    void moduleThatCannotStartStopsTheServiceInOrder() {
        List<String> log = new ArrayList<>();
        Greeter broken = new Greeter("broken", Module.LAST, log);
        broken.failure = new IllegalStateException("It is too early");

        assertThatThrownBy(() -> Application.start(
                        BANK.without(StandardModule.KAFKA)
                                .with(() -> broken)
                                .with(() -> new Greeter("first", 1, log))
                                .with(() -> new Greeter("never", Module.LAST, log)),
                        FREE_PORT))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START))
                .hasMessage("The module broken could not start: java.lang.IllegalStateException: It is too early");
        assertThat(log).containsExactly("start first", "start broken", "stop broken", "stop first");
    }

    @Test
    void routeThatIsTakenIsRefused() {
        assertThatThrownBy(() -> Application.start(
                        BANK.without(StandardModule.KAFKA).with(Greeter::alone).with(Greeter::alone), FREE_PORT))
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "The module greeter wants the route GET /greeter/{who}, and there is GET and HEAD /greeter/{who} already: take another path");
    }

    @Test
    void withoutHttpCommandsComeByTheirTopic() {
        try (TestService service = TestService.start(BANK.without(StandardModule.HTTP))) {
            var accounts = service.topics(new AccountsAggregate());
            accounts.send(new Deposit("alice", BigDecimal.TEN));

            await().untilAsserted(() -> assertThat(accounts.events()).hasSize(1));
            assertThatThrownBy(service::http)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("There is no HttpServer");
        }
    }

    @Test
    void withoutStreamsNothingIsDecidedOrRead() {
        try (TestService service = TestService.start(BANK.without(StandardModule.STREAMS))) {
            assertThat(service.http().get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(service.http().get("/accounts/all").statusCode()).isEqualTo(404);
            assertThat(service.topicNames())
                    .contains("bank.accounts.commands")
                    .noneMatch(name -> name.endsWith("-changelog"));
        }
    }

    @Test
    void withoutSchemasNobodyIsToldOfThem() {
        try (TestService service = TestService.start(BANK.without(StandardModule.SCHEMAS))) {
            assertThat(service.http()
                            .post("/accounts/commands", "{\"_type\":\"Deposit\",\"account\":\"alice\",\"amount\":1}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.topicNames()).doesNotContain("schemas-v1");
        }
    }

    @Test
    void withoutTheEmbeddedBrokerOneHasToBeNamed() {
        assertThatThrownBy(() -> Application.start(BANK.without(StandardModule.EMBEDDED_BROKER), FREE_PORT))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_SETTING))
                .hasMessage(
                        "No broker: set kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS); the service runs without the embedded one");
    }

    @ParameterizedTest
    @CsvSource({
        "false, 1, The service failed and stops, The fuse has blown",
        "true, 3, The module fuse could not start, The fuse is missing"
    })
    void processEndsWithTheReasonAndACode(boolean atOnce, int code, String said, String reason) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-DatOnce=" + atOnce,
                        "-Dhttp.port=0",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FailingMain.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(code);
        assertThat(output).contains(said, reason, "The fuse is taken out");
    }

    private static HttpTester http(Application application) {
        return new HttpTester(
                URI.create("http://127.0.0.1:" + application.httpAddress().getPort()));
    }
}
