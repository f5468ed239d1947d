package catalog.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import catalog.CatalogService;
import catalog.books.BookCommand.CreateBook;
import catalog.books.BookCommand.RemoveBook;
import catalog.books.BooksClient;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.annals.client.ServiceClient;
import dev.annals.testkit.TestService;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What happens to books is printed, in its order. */
final class BookPrinterTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(BookPrinter.class);
    private final ListAppender<ILoggingEvent> printed = new ListAppender<>();

    @BeforeEach
    void listen() {
        printed.start();
        logger.addAppender(printed);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(printed);
    }

    @Test
    void changedBooksArePrinted() {
        UUID book = UUID.randomUUID();
        try (TestService service = TestService.start(CatalogService::new)) {
            BooksClient books = new BooksClient(ServiceClient.of(service.http().base()));
            books.send(new CreateBook("Frankenstein", book));
            books.send(new RemoveBook(book));

            await().untilAsserted(() -> assertThat(lines()).hasSize(2));
        }
        assertThat(lines().get(0)).startsWith(book + " BookCreated[").contains("Frankenstein");
        assertThat(lines().get(1)).startsWith(book + " BookRemoved[");
    }

    private List<String> lines() {
        return List.copyOf(printed.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
