package catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catalog.authors.AuthorCommand.CreateAuthor;
import catalog.authors.AuthorsClient;
import catalog.books.BookCommand.CreateBook;
import catalog.books.BookCommand.RemoveBook;
import catalog.books.BookCommand.SetBookAuthor;
import catalog.books.BooksClient;
import catalog.views.BooksCardsClient;
import dev.annals.client.ProblemException;
import dev.annals.client.Reply;
import dev.annals.client.ServiceClient;
import dev.annals.testkit.TestService;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The generated clients of aggregates and of a projection, which shows what was written through the others. */
final class ClientTest {

    @Test
    void viewsAreReadAsFarAsCommandsSay() {
        try (TestService service = TestService.start(CatalogService::new)) {
            ServiceClient http = ServiceClient.of(service.http().base());
            BooksClient books = new BooksClient(http);
            BooksCardsClient cards = new BooksCardsClient(http);
            UUID book = UUID.randomUUID();

            Reply<?> author = new AuthorsClient(http).send(new CreateAuthor("mary", "Mary", "Shelley"));
            books.send(new CreateBook("Frankenstein", book));
            Reply<?> set = books.send(new SetBookAuthor(book, Optional.of("mary")));

            assertThat(cards.find(book, author.position(), set.position())).hasValueSatisfying(card -> {
                assertThat(card.snapshot().book().title()).isEqualTo("Frankenstein");
                assertThat(card.snapshot().author().lastName()).isEqualTo("Shelley");
            });
            assertThat(cards.all().map(card -> card.key())).containsExactly(book);
            // What led to nothing has no position.
            assertThat(cards.find(book, "")).isPresent();
            assertThat(cards.find(book, books.send(new RemoveBook(book)).position()))
                    .isEmpty();
            assertThatThrownBy(() -> books.send(new RemoveBook(book)))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.type()).isEqualTo("not-found"));
        }
    }
}
