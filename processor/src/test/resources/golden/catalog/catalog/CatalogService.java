package catalog;

import catalog.authors.Author;
import catalog.authors.AuthorCommand;
import catalog.authors.AuthorEvent;
import catalog.authors.AuthorsAggregate;
import catalog.authors.AuthorsRoutes;
import catalog.books.Book;
import catalog.books.BookCommand;
import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import catalog.books.BooksRoutes;
import catalog.greetings.Greeting;
import catalog.greetings.GreetingCommand;
import catalog.greetings.GreetingEvent;
import catalog.greetings.GreetingsAggregate;
import catalog.greetings.GreetingsRoutes;
import catalog.greetings.HourlyGreetingsSchedule;
import catalog.news.BookPrinterSubscription;
import catalog.statistics.AuthorDaysExtension;
import catalog.views.AuthorBooks;
import catalog.views.AuthorBooksProjection;
import catalog.views.AuthorBooksRoutes;
import catalog.views.BookCard;
import catalog.views.BooksCardsProjection;
import catalog.views.BooksCardsRoutes;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.http.Routes;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.subscription.SubscriptionRuntime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.Topology;

/** The service {@code catalog}: its aggregates, its projections, its topology and its HTTP routes. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class CatalogService implements Service {

    private final AggregateRuntime<String, AuthorCommand, AuthorEvent, Author> authors;

    private final AggregateRuntime<UUID, BookCommand, BookEvent, Book> books;

    private final AggregateRuntime<String, GreetingCommand, GreetingEvent, Greeting> greetings;

    private final ProjectionRuntime<String, AuthorBooks> authorBooks;

    private final ProjectionRuntime<UUID, BookCard> booksCards;

    private final ExtensionRuntime authorDays;

    private final ExtensionRuntime hourlyGreetings;

    private final SubscriptionRuntime bookPrinter;

    public CatalogService(Engine engine) {
        this.authors = new AggregateRuntime<>(new AuthorsAggregate(), engine);
        this.books = new AggregateRuntime<>(new BooksAggregate(), engine);
        this.greetings = new AggregateRuntime<>(new GreetingsAggregate(), engine);
        this.authorBooks = new ProjectionRuntime<>(new AuthorBooksProjection(), engine);
        this.booksCards = new ProjectionRuntime<>(new BooksCardsProjection(), engine);
        this.authorDays = new ExtensionRuntime(new AuthorDaysExtension(), engine);
        this.hourlyGreetings = new ExtensionRuntime(new HourlyGreetingsSchedule(), engine);
        this.bookPrinter = new SubscriptionRuntime(new BookPrinterSubscription(), engine);
    }

    @Override
    public String name() {
        return "catalog";
    }

    @Override
    public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
        return List.of(authors, books, greetings);
    }

    @Override
    public List<ProjectionRuntime<?, ?>> projections() {
        return List.of(authorBooks, booksCards);
    }

    @Override
    public List<ExtensionRuntime> extensions() {
        return List.of(authorDays, hourlyGreetings);
    }

    @Override
    public List<SubscriptionRuntime> subscriptions() {
        return List.of(bookPrinter);
    }

    @Override
    public Topology topology(int partitions) {
        return CatalogTopology.build(partitions, authors, books, greetings);
    }

    @Override
    public void addRoutes(Routes routes, Endpoints endpoints) {
        AuthorsRoutes.addTo(routes, endpoints.of(authors));
        BooksRoutes.addTo(routes, endpoints.of(books));
        GreetingsRoutes.addTo(routes, endpoints.of(greetings));
        AuthorBooksRoutes.addTo(routes, endpoints.of(authorBooks));
        BooksCardsRoutes.addTo(routes, endpoints.of(booksCards));
    }

    @Override
    public Optional<Service.ExampleRequest> example() {
        return Optional.of(new Service.ExampleRequest(
                "/authors/commands",
                "{\"_type\":\"CreateAuthor\",\"code\":\"code-1\",\"firstName\":\"firstName-1\",\"lastName\":\"lastName-1\"}"));
    }
}
