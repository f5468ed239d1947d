package catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import catalog.books.Book;
import catalog.books.BookCommand;
import catalog.books.BookEvent;
import catalog.books.BooksRoutes;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.ExitCode;
import dev.annals.app.RebuildCommand;
import dev.annals.app.Service;
import dev.annals.app.StartException;
import dev.annals.extension.ExtensionDefinition;
import dev.annals.extension.ExtensionName;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.http.Routes;
import dev.annals.streams.TopicSerdes;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka Streams that are written by hand, on a real broker, from one release to the next. */
final class ExtensionServiceTest {

    private static final String COUNTS = "catalog.authorDays.counts";

    /** What the next start runs in the place of the extension; null for itself. */
    private static volatile @Nullable Consumer<StreamsBuilder> changed;

    private TestService service;

    @BeforeEach
    void start() {
        changed = null;
        service = TestService.start(Changed::new);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void runsBesideTheAggregates() {
        addBook(1);
        await().untilAsserted(() -> assertThat(counts()).containsExactly(1L));
        assertThat(service.http().get("/authorDays/dead-letters").body()).isEqualTo("[]");
        assertThat(service.http().get("/topology").body()).contains("catalog-authorDays", "authorDays-codes");

        service.write("catalog.books.events", "x".getBytes(UTF_8), "no event".getBytes(UTF_8));
        await().untilAsserted(() -> assertThat(
                        service.http().get("/authorDays/dead-letters").body())
                .contains("\"stage\":\"read\""));

        // It goes on where it was, with its state.
        service.restart();
        addBook(2);
        await().untilAsserted(() -> assertThat(counts()).startsWith(1L).endsWith(2L));
    }

    @Test
    void stateThatWouldBeLeftBehindIsNamedAndBuiltAnewWhenAsked() {
        addBook(1);
        await().untilAsserted(() -> assertThat(counts()).containsExactly(1L));
        service.stop();

        changed = builder -> builder.stream("catalog.books.events", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .groupByKey()
                .count(Materialized.as("perBook"))
                .toStream()
                .to(COUNTS, Produced.with(Serdes.String(), Serdes.Long()));
        assertThatThrownBy(service::restart)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("catalog-authorDays-authorDays-changelog")
                .hasMessageContaining("its stores are [perBook]")
                .hasMessageContaining("rebuild authorDays");

        assertThat(rebuild("authorDays", "--dry-run")).contains("would delete its offsets", "authorDays-changelog");
        assertThat(rebuild()).doesNotContain("extension");
        assertThat(rebuild("authorDays")).contains("deleted its offsets");
        service.restart();
        // The book has two events.
        await().untilAsserted(() -> assertThat(counts()).hasSizeGreaterThan(1).contains(2L));
    }

    @Test
    void writesWhereItMayAlone() {
        service.stop();
        changed = builder -> builder.stream("catalog.books.events", bytes())
                .to("catalog.books.snapshots", Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        assertThatThrownBy(service::restart)
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "The extension catalog.authorDays writes to catalog.books.snapshots: it may write to topics whose"
                                + " names start with catalog.authorDays., and to topics of commands. Events and snapshots are written"
                                + " by their aggregate alone");

        changed = builder -> builder.stream("catalog.books.events", bytes())
                .to((key, value, context) -> "any", Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
        assertThatThrownBy(service::restart)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("a topic that is chosen record by record");

        changed = builder -> builder.stream("shop.orders.events", bytes()).foreach((key, value) -> {});
        assertThatThrownBy(service::restart)
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "catalog.authorDays reads the topic shop.orders.events, which is not there: start the service"
                                + " that writes it first");

        changed = builder -> {
            throw new IllegalStateException("not today");
        };
        assertThatThrownBy(service::restart)
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "The extension catalog.authorDays cannot be built: java.lang.IllegalStateException: not today");
    }

    private static Consumed<byte[], byte[]> bytes() {
        return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
    }

    private void addBook(int number) {
        UUID book = new UUID(0, number);
        post("/books/commands", "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"T\"}".formatted(book));
        post("/books/commands", "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"jane\"}".formatted(book));
    }

    private void post(String path, String json) {
        assertThat(service.http().post(path, json).statusCode()).isEqualTo(200);
    }

    private List<Long> counts() {
        return service.read(COUNTS).stream()
                .map(RawMessage::value)
                .map(value -> Serdes.Long().deserializer().deserialize(COUNTS, value))
                .toList();
    }

    private String rebuild(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExitCode code =
                RebuildCommand.run(Changed::new, service.settings(), List.of(args), new PrintStream(out, true, UTF_8));
        assertThat(code).as(out.toString(UTF_8)).isEqualTo(ExitCode.STOPPED);
        return out.toString(UTF_8);
    }

    /** The catalogue of another release. */
    private record Changed(CatalogService service, Engine engine) implements Service {

        Changed(Engine engine) {
            this(new CatalogService(engine), engine);
        }

        @Override
        public String name() {
            return service.name();
        }

        @Override
        public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
            return service.aggregates();
        }

        @Override
        public List<ExtensionRuntime> extensions() {
            Consumer<StreamsBuilder> build = changed;
            return build == null
                    ? service.extensions()
                    : List.of(new ExtensionRuntime(
                            new ChangedExtension(service.extensions().get(0).name(), build), engine));
        }

        @Override
        public Topology topology(int partitions) {
            return service.topology(partitions);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void addRoutes(Routes routes, Endpoints endpoints) {
            BooksRoutes.addTo(routes, endpoints.of((AggregateRuntime<UUID, BookCommand, BookEvent, Book>)
                    service.aggregates().get(1)));
        }

        @Override
        public Optional<ExampleRequest> example() {
            return service.example();
        }
    }

    private record ChangedExtension(ExtensionName name, Consumer<StreamsBuilder> build) implements ExtensionDefinition {

        @Override
        public void build(StreamsBuilder builder, TopicSerdes serdes) {
            build.accept(builder);
        }
    }
}
