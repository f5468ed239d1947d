package catalog.news;

import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import dev.annals.EventContext;
import dev.annals.aggregate.EventChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.subscription.OpenSubscription;
import dev.annals.subscription.SubscriptionDefinition;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The subscription {@code catalog.bookPrinter}: passes events to {@link BookPrinter}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class BookPrinterSubscription implements SubscriptionDefinition {

    private static final ExtensionName NAME = new ExtensionName("catalog", "bookPrinter");

    private static final BooksAggregate BOOKS = new BooksAggregate();

    @Override
    public ExtensionName name() {
        return NAME;
    }

    @Override
    public boolean fromNow() {
        return true;
    }

    @Override
    public List<EventChannel<?, ?>> channels() {
        return List.of(BOOKS);
    }

    @Override
    public OpenSubscription open() {
        BookPrinter bookPrinter = new BookPrinter();
        return new OpenSubscription()
                .with(BOOKS, (event, context) -> onBooks(bookPrinter, event, context));
    }

    /** Has an event handled, where there is an {@code on} for it. */
    private static void onBooks(BookPrinter bookPrinter, BookEvent event, EventContext<UUID> context) throws Exception {
        BookEvent bookEvent = event;
        bookPrinter.on(bookEvent, context);
    }
}
