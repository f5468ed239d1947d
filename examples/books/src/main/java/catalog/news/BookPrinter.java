package catalog.news;

import catalog.books.Book;
import catalog.books.BookEvent;
import dev.annals.EventContext;
import dev.annals.Start;
import dev.annals.Subscription;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints what happens to books, from the first start on. */
@Subscription(service = "catalog", name = "bookPrinter", from = Book.class, start = Start.NOW)
final class BookPrinter {

    private static final Logger LOG = LoggerFactory.getLogger(BookPrinter.class);

    void on(BookEvent event, EventContext<UUID> book) {
        LOG.info("{} {}", book.key(), event);
    }
}
