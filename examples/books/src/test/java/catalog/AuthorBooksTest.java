package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import catalog.books.Book;
import catalog.books.BookCommand;
import catalog.books.BookCommand.CreateBook;
import catalog.books.BookCommand.RemoveBook;
import catalog.books.BookCommand.SetBookAuthor;
import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import catalog.views.AuthorBooks;
import catalog.views.AuthorBooksProjection;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.ServiceTopology;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Books are counted by author. */
final class AuthorBooksTest {

    private static final AuthorBooksProjection COUNTS = new AuthorBooksProjection();
    private static final UUID EMMA = new UUID(0, 1);
    private static final UUID PERSUASION = new UUID(0, 2);

    private final ServiceTopology service = ServiceTopology.of(CatalogService::new);
    private final AggregateTopics<UUID, BookCommand, BookEvent, Book> books = service.topics(new BooksAggregate());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void booksComeAndGo() {
        books.send(new CreateBook("Emma", EMMA));
        books.send(new CreateBook("Persuasion", PERSUASION));
        assertCount("jane", 0, "");

        books.send(new SetBookAuthor(EMMA, Optional.of("jane")));
        assertCount("jane", 1, "Emma");
        books.send(new SetBookAuthor(PERSUASION, Optional.of("jane")));
        assertCount("jane", 2, "Persuasion");
        books.send(new SetBookAuthor(PERSUASION, Optional.of("jane")));
        assertCount("jane", 2, "Persuasion");
        books.send(new SetBookAuthor(PERSUASION, Optional.of("mary")));
        assertCount("jane", 1, "Persuasion");
        assertCount("mary", 1, "Persuasion");
        books.send(new RemoveBook(EMMA));
        assertCount("jane", 0, "");
        books.send(new SetBookAuthor(PERSUASION, Optional.empty()));
        assertCount("mary", 0, "");
    }

    @Test
    void onlyChangesArePublished() {
        books.send(new CreateBook("Emma", EMMA));
        books.send(new SetBookAuthor(EMMA, Optional.of("jane")));
        books.send(new SetBookAuthor(EMMA, Optional.of("jane")));

        assertThat(service.published(COUNTS))
                .singleElement()
                .satisfies(record -> assertThat(record.headers())
                        .containsEntry("ce_id", "jane@1")
                        .containsEntry("ce_source", "/catalog/authorBooks")
                        .containsEntry("ce_type", "catalog.views.AuthorBooks")
                        .containsEntry("ce_sequence", "1"));
    }

    private void assertCount(String author, int count, String lastTitle) {
        assertThat(service.record(COUNTS, author).map(AuthorBooks::count))
                .isEqualTo(Optional.of(count).filter(found -> found > 0));
        assertThat(service.record(COUNTS, author).map(AuthorBooks::lastTitle).orElse(""))
                .isEqualTo(lastTitle);
    }
}
