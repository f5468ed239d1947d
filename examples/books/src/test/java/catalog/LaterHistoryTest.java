package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import catalog.authors.Author;
import catalog.authors.AuthorCommand;
import catalog.authors.AuthorEvent;
import catalog.authors.AuthorsAggregate;
import catalog.authors.AuthorsRoutes;
import catalog.books.Book;
import catalog.books.BookCommand;
import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import catalog.books.BooksRoutes;
import catalog.greetings.Greeting;
import catalog.greetings.GreetingCommand;
import catalog.greetings.GreetingEvent;
import catalog.greetings.GreetingsAggregate;
import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.aggregate.KeyCodec;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.http.Routes;
import dev.annals.serde.MessageCodec;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An aggregate that is told to keep its history when there have been events already, and not to for a time. */
final class LaterHistoryTest {

    private final AtomicBoolean keepsHistory = new AtomicBoolean();

    @Test
    void historyBeginsWhenItIsTurnedOnAndSaysSo() {
        try (TestService service = TestService.start(
                engine -> keepsHistory.get() ? new CatalogService(engine) : new CatalogWithoutHistory(engine))) {
            String book = "/books/one/" + UUID.randomUUID();
            command(service, "CreateBook", book, ",\"title\":\"Lady Susan\"");
            command(service, "SetBookAuthor", book, ",\"author\":\"jane\"");
            assertProblem(service.http().get(book + "/events"), 406, "not-acceptable", "history = true");
            assertProblem(service.http().get(book + "?version=1"), 400, "invalid-parameter", "history = true");

            keepsHistory.set(true);
            service.restart();

            assertThat(service.http().get(book).body()).contains("\"_version\":2,");
            assertIncomplete(service.http().get(book + "/events"), 1, 3);
            command(service, "SetBookAuthor", book, ",\"author\":\"third\"");
            assertIncomplete(service.http().get(book + "/events"), 1, 3);
            assertIncomplete(service.http().get(book + "?version=3"), 1, 3);
            assertThat(service.http().get(book + "/events?after=2").body()).contains("\"author\":\"third\"");

            keepsHistory.set(false);
            service.restart();
            command(service, "SetBookAuthor", book, ",\"author\":\"fourth\"");
            keepsHistory.set(true);
            service.restart();
            command(service, "SetBookAuthor", book, ",\"author\":\"fifth\"");

            assertIncomplete(service.http().get(book + "/events?after=2"), 4, 5);
            assertThat(service.http().get(book + "/events?after=2&limit=1").body())
                    .contains("\"author\":\"third\"");
            assertThat(service.http().get(book + "/events?after=4").body()).contains("\"author\":\"fifth\"");
        }
    }

    private static void command(TestService service, String type, String path, String more) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(service.http()
                        .post("/books/commands", "{\"_type\":\"" + type + "\",\"id\":\"" + id + "\"" + more + "}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void assertIncomplete(HttpResponse<String> reply, long missing, long keptFrom) {
        assertProblem(reply, 409, "incomplete-history", "rebuild");
        assertThat(reply.body())
                .contains("\"missing\":\"" + missing + "\"", "\"keptFrom\":\"" + keptFrom + "\"")
                .contains("?after=" + (keptFrom - 1));
    }

    private static void assertProblem(HttpResponse<String> reply, int status, String type, String detail) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).contains("urn:annals:problem:" + type + "\"").contains(detail);
    }

    /** The catalogue as it was before its books kept their history. */
    private static final class CatalogWithoutHistory implements Service {

        private final AggregateRuntime<String, AuthorCommand, AuthorEvent, Author> authors;
        private final AggregateRuntime<UUID, BookCommand, BookEvent, Book> books;
        private final AggregateRuntime<String, GreetingCommand, GreetingEvent, Greeting> greetings;
        private final CatalogService generated;

        CatalogWithoutHistory(Engine engine) {
            generated = new CatalogService(engine);
            authors = new AggregateRuntime<>(new AuthorsAggregate(), engine);
            books = new AggregateRuntime<>(new WithoutHistory(new BooksAggregate()), engine);
            greetings = new AggregateRuntime<>(new GreetingsAggregate(), engine);
        }

        @Override
        public String name() {
            return generated.name();
        }

        @Override
        public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
            return List.of(authors, books, greetings);
        }

        @Override
        public Topology topology(int partitions) {
            return CatalogTopology.build(partitions, authors, books, greetings);
        }

        @Override
        public void addRoutes(Routes routes, Endpoints endpoints) {
            AuthorsRoutes.addTo(routes, endpoints.of(authors));
            BooksRoutes.addTo(routes, endpoints.of(books));
        }

        @Override
        public Optional<ExampleRequest> example() {
            return generated.example();
        }
    }

    private record WithoutHistory(BooksAggregate books) implements Aggregate<UUID, BookCommand, BookEvent, Book> {

        @Override
        public AggregateName name() {
            return books.name();
        }

        @Override
        public KeyCodec<UUID> keys() {
            return books.keys();
        }

        @Override
        public MessageCodec<BookCommand> commands() {
            return books.commands();
        }

        @Override
        public MessageCodec<BookEvent> events() {
            return books.events();
        }

        @Override
        public MessageCodec<Book> snapshots() {
            return books.snapshots();
        }

        @Override
        public UUID keyOf(BookCommand command) {
            return books.keyOf(command);
        }

        @Override
        public Decision<BookEvent> decide(@Nullable Book state, BookCommand command, CommandContext context) {
            return books.decide(state, command, context);
        }

        @Override
        public @Nullable Book evolve(@Nullable Book state, BookEvent event) {
            return books.evolve(state, event);
        }

        @Override
        public boolean isFailure(BookEvent event) {
            return books.isFailure(event);
        }
    }
}
