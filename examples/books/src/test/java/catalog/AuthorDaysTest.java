package catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import catalog.authors.Author;
import catalog.authors.AuthorCommand;
import catalog.authors.AuthorCommand.CreateAuthor;
import catalog.authors.AuthorEvent;
import catalog.authors.AuthorsAggregate;
import catalog.books.Book;
import catalog.books.BookCommand;
import catalog.books.BookCommand.CreateBook;
import catalog.books.BookCommand.SetBookAuthor;
import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.ServiceTopology;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Books are counted by author and day, by Kafka Streams that are written by hand. */
final class AuthorDaysTest {

    private static final UUID EMMA = new UUID(0, 1);
    private static final UUID PERSUASION = new UUID(0, 2);

    private final ServiceTopology service = ServiceTopology.of(CatalogService::new);
    private final AggregateTopics<UUID, BookCommand, BookEvent, Book> books = service.topics(new BooksAggregate());
    private final AggregateTopics<String, AuthorCommand, AuthorEvent, Author> authors =
            service.topics(new AuthorsAggregate());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void countsBooksOfTheDay() {
        authors.send(new CreateAuthor("jane", "Jane", "Austen"));
        books.send(new CreateBook("Emma", EMMA));
        books.send(new CreateBook("Persuasion", PERSUASION));
        assertThat(counts()).isEmpty();

        books.send(new SetBookAuthor(EMMA, Optional.of("jane")));
        books.send(new SetBookAuthor(PERSUASION, Optional.of("jane")));

        assertThat(counts()).containsExactly("Jane Austen " + today() + ": 1", "Jane Austen " + today() + ": 2");
    }

    @Test
    void anAuthorWhoIsNotThereHasACode() {
        books.send(new CreateBook("Emma", EMMA));
        books.send(new SetBookAuthor(EMMA, Optional.of("jane")));

        assertThat(counts()).containsExactly("jane " + today() + ": 1");
    }

    @Test
    void whatCannotBeReadHoldsUpNothing() {
        service.sendBytes("catalog.books.events", EMMA.toString().getBytes(UTF_8), new byte[] {1, 2, 3});
        books.send(new CreateBook("Emma", EMMA));
        books.send(new SetBookAuthor(EMMA, Optional.of("jane")));

        assertThat(counts()).hasSize(1);
    }

    private List<String> counts() {
        return service.messages("catalog.authorDays.counts").stream()
                .map(AuthorDaysTest::text)
                .toList();
    }

    private static String text(RawMessage message) {
        return new String(message.key(), UTF_8) + ": "
                + ByteBuffer.wrap(message.value()).getLong();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
