package bank;

import static bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.Engine;
import dev.annals.aggregate.LocalStores;
import dev.annals.aggregate.NotReadyException;
import dev.annals.auth.Access;
import dev.annals.feed.FeedLimits;
import dev.annals.feed.Feeds;
import dev.annals.http.AggregateEndpoints;
import dev.annals.http.Door;
import dev.annals.http.HttpServer;
import dev.annals.http.Limits;
import dev.annals.http.Router;
import dev.annals.http.Routes;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.testkit.HttpTester;
import dev.annals.testkit.TestService;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What callers are told while the service cannot do what they ask. */
final class NotReadyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Test
    void doesNotInviteToRepeatACommandThatKafkaMayHaveTaken() {
        Map<String, String> impatient = Map.of(
                "kafka.producer.request.timeout.ms", "500",
                "kafka.producer.delivery.timeout.ms", "1000",
                "http.reply.timeout.ms", Long.toString(PATIENCE.toMillis()));
        try (TestService service = TestService.start(BankService::new, impatient)) {
            BankHttp bank = new BankHttp(service.http());
            service.stopBroker();

            HttpResponse<String> reply = bank.command(BankHttp.deposit("alice", 100));

            assertProblem(reply, 504, "no-outcome", "may yet be carried out");
            assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
            assertThat(reply.headers().firstValue("Annals-Message-Id")).isPresent();
        }
    }

    /** The service's routes as they are before Kafka Streams runs, with neither broker nor stores. */
    @Test
    void saysThatTheStateIsNotHereYet() {
        Map<String, Object> nowhere = Map.of("bootstrap.servers", "127.0.0.1:1");
        var aggregate = new AggregateRuntime<>(new AccountsAggregate(), Engine.of(new InMemorySchemaRegistry()));
        LocalStores stores = (store, partition) -> {
            throw new NotReadyException("No stores");
        };
        var entities = aggregate.reader(stores, 6);
        Feeds feeds = new Feeds(
                FeedLimits.DEFAULT,
                () -> {
                    throw new NotReadyException("No consumers");
                },
                topic -> topic);
        Routes routes = new Routes();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(nowhere, new ByteArraySerializer(), new ByteArraySerializer())) {
            AccountsRoutes.addTo(
                    routes,
                    new AggregateEndpoints<>(
                            aggregate,
                            new CommandGateway(producer, PATIENCE),
                            entities,
                            aggregate.history(stores, entities),
                            Router.none(),
                            feeds,
                            new Door(Access.open(), Limits.DEFAULT)));
            try (HttpServer server =
                    HttpServer.start("127.0.0.1", 0, Limits.DEFAULT, PATIENCE, Optional.empty(), routes)) {
                BankHttp bank = new BankHttp(new HttpTester(
                        URI.create("http://127.0.0.1:" + server.address().getPort())));

                assertToBeRetried(bank.account("alice"), "is not ready here");
                assertToBeRetried(bank.http().get("/accounts/all"), "is not ready here");
                assertToBeRetried(bank.command(BankHttp.deposit("alice", 1)), "is not ready here");
            }
        }
    }

    private static void assertToBeRetried(HttpResponse<String> reply, String why) {
        assertProblem(reply, 503, "not-ready", why);
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("1");
    }
}
