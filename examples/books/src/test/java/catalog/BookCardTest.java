package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import catalog.authors.Author;
import catalog.authors.AuthorCommand;
import catalog.authors.AuthorCommand.CreateAuthor;
import catalog.authors.AuthorCommand.DeleteAuthor;
import catalog.authors.AuthorCommand.UpdateAuthor;
import catalog.authors.AuthorEvent;
import catalog.authors.AuthorsAggregate;
import catalog.books.Book;
import catalog.books.BookCommand;
import catalog.books.BookCommand.CreateBook;
import catalog.books.BookCommand.RemoveBook;
import catalog.books.BookCommand.SetBookAuthor;
import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import catalog.views.BookCard;
import catalog.views.BooksCardsProjection;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.ServiceTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cards in every order in which books and authors can come, change and go. */
final class BookCardTest {

    private static final BooksCardsProjection CARDS = new BooksCardsProjection();

    private final ServiceTopology service = ServiceTopology.of(CatalogService::new);
    private final AggregateTopics<String, AuthorCommand, AuthorEvent, Author> authors =
            service.topics(new AuthorsAggregate());
    private final AggregateTopics<UUID, BookCommand, BookEvent, Book> books = service.topics(new BooksAggregate());
    private int runs;

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void everyOrder() {
        List<List<Boolean>> orders = interleavings(4, 6);

        assertThat(orders).hasSize(210);
        orders.forEach(this::run);
        assertThat(service.deadLetters(CARDS)).isEmpty();
    }

    /** Goes through the life of an author and that of a book, and looks at the card after each step of either. */
    private void run(List<Boolean> order) {
        String code = "author-" + ++runs;
        UUID id = new UUID(0, runs);
        List<AuthorCommand> ofAuthor = List.of(
                new CreateAuthor(code, "Mary", "Godwin"),
                new UpdateAuthor(code, "Mary", "Shelley"),
                new DeleteAuthor(code),
                new CreateAuthor(code, "Another", "Mary"));
        List<BookCommand> ofBook = List.of(
                new CreateBook("Frankenstein", id),
                new SetBookAuthor(id, Optional.of(code)),
                new SetBookAuthor(id, Optional.of("nobody")),
                new SetBookAuthor(id, Optional.of(code)),
                new SetBookAuthor(id, Optional.empty()),
                new RemoveBook(id));
        int author = 0;
        int book = 0;
        for (boolean authorIsNext : order) {
            if (authorIsNext) {
                authors.send(ofAuthor.get(author++));
            } else {
                books.send(ofBook.get(book++));
            }
            assertThat(service.record(CARDS, id))
                    .as("after %d commands for the author and %d for the book, %s", author, book, order)
                    .isEqualTo(expected(code, id));
        }
    }

    /** What the two entities themselves say. */
    private Optional<BookCard> expected(String code, UUID id) {
        Book book = service.state(new BooksAggregate(), id).snapshot();
        Author author = service.state(new AuthorsAggregate(), code).snapshot();
        return book != null && author != null && book.author().equals(Optional.of(code))
                ? Optional.of(new BookCard(book, author))
                : Optional.empty();
    }

    private static List<List<Boolean>> interleavings(int ones, int others) {
        if (ones == 0 && others == 0) {
            return List.of(List.of());
        }
        List<List<Boolean>> all = new ArrayList<>();
        if (ones > 0) {
            interleavings(ones - 1, others).forEach(rest -> all.add(prepend(true, rest)));
        }
        if (others > 0) {
            interleavings(ones, others - 1).forEach(rest -> all.add(prepend(false, rest)));
        }
        return all;
    }

    private static List<Boolean> prepend(boolean first, List<Boolean> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }
}
