package catalog.views;

import catalog.books.Book;
import catalog.books.BookEvent.BookAuthorSet;
import catalog.books.BookEvent.BookRemoved;
import dev.annals.EventContext;
import dev.annals.Key;
import dev.annals.Projection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many books an author has, and the title of the one that was the last to come. Of an author without books there is none. */
@Projection(service = "catalog", name = "authorBooks", from = Book.class)
public record AuthorBooks(int count, String lastTitle) {

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
        return comes ? with(books, set.title()) : without(books);
    }

    static @Nullable AuthorBooks on(@Nullable AuthorBooks books, BookRemoved removed) {
        return without(books);
    }

    private static AuthorBooks with(@Nullable AuthorBooks books, String title) {
        return new AuthorBooks(books == null ? 1 : books.count() + 1, title);
    }

    private static @Nullable AuthorBooks without(@Nullable AuthorBooks books) {
        return books == null || books.count() == 1 ? null : new AuthorBooks(books.count() - 1, books.lastTitle());
    }
}
