package catalog.views;

import catalog.books.Book;
import catalog.books.BookEvent.BookAuthorSet;
import catalog.books.BookEvent.BookRemoved;
import dev.annals.EventContext;
import dev.annals.Key;
import dev.annals.Projection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many books an author has, and the title of the one that was the last to come. Of an author without books there is none.
 *
 * <p>Events of one book come in their order; those of several books in any, and in another when the projection is built anew. So
 * it is their time that says which was the last.
 */
@Projection(service = "catalog", name = "authorBooks", from = Book.class)
public record AuthorBooks(int count, String lastTitle, Instant lastCame) {

    /** A book that goes from one author to another concerns both. */
    @Key
    static Set<String> authors(BookAuthorSet set) {
        return Stream.concat(set.previous().stream(), set.author().stream()).collect(Collectors.toSet());
    }

    @Key
    static Optional<String> author(BookRemoved removed) {
        return removed.author();
    }

    static @Nullable AuthorBooks on(@Nullable AuthorBooks books, BookAuthorSet set, EventContext<String> context) {
        if (set.author().equals(set.previous())) {
            return books;
        }
        boolean comes = set.author().equals(Optional.of(context.key()));
        return comes ? with(books, set.title(), context.time()) : without(books);
    }

    static @Nullable AuthorBooks on(@Nullable AuthorBooks books, BookRemoved removed) {
        return without(books);
    }

    private static AuthorBooks with(@Nullable AuthorBooks books, String title, Instant time) {
        AuthorBooks one = new AuthorBooks(1, title, time);
        if (books == null) {
            return one;
        }
        AuthorBooks last = books.isAfter(one) ? books : one;
        return new AuthorBooks(books.count() + 1, last.lastTitle(), last.lastCame());
    }

    private boolean isAfter(AuthorBooks other) {
        int order = lastCame.compareTo(other.lastCame);
        return order > 0 || (order == 0 && lastTitle.compareTo(other.lastTitle) > 0);
    }

    private static @Nullable AuthorBooks without(@Nullable AuthorBooks books) {
        return books == null || books.count() == 1
                ? null
                : new AuthorBooks(books.count() - 1, books.lastTitle(), books.lastCame());
    }
}
