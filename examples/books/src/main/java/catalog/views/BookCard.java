package catalog.views;

import catalog.authors.Author;
import catalog.books.Book;
import dev.annals.ForeignKey;
import dev.annals.Projection;
import java.util.Optional;

/** A book with its author: there from when both exist until one of them is deleted, and with every change of either. */
@Projection(service = "catalog", name = "booksCards")
public record BookCard(Book book, Author author) {

    @ForeignKey
    static Optional<String> author(Book book) {
        return book.author();
    }
}
