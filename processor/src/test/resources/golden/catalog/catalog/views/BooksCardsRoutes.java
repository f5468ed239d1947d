package catalog.views;

import dev.annals.http.ProjectionEndpoints;
import dev.annals.http.Routes;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The HTTP routes of {@code catalog.booksCards}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class BooksCardsRoutes {

    private BooksCardsRoutes() {}

    public static void addTo(Routes routes, ProjectionEndpoints<UUID, BookCard> booksCards) {
        routes.get("/booksCards/one/{key}", booksCards.one(BooksCardsSnapshotJson::writeFields));
        routes.get("/booksCards/all", booksCards.all(BooksCardsSnapshotJson::writeFields));
        routes.get("/booksCards/events", booksCards.changes(BooksCardsSnapshotJson::writeFields));
        routes.get("/booksCards/one/{key}/events", booksCards.changesOfOne(BooksCardsSnapshotJson::writeFields));
    }
}
