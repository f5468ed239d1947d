package catalog.views;

import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import dev.annals.EventContext;
import dev.annals.aggregate.KeyCodec;
import dev.annals.projection.ProjectionDefinition;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionNodes;
import dev.annals.serde.MessageCodec;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;
import org.jspecify.annotations.Nullable;

/** The projection {@code catalog.authorBooks}: how {@link AuthorBooks} takes in events. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class AuthorBooksProjection implements ProjectionDefinition<String, AuthorBooks> {

    private static final ProjectionName NAME = new ProjectionName("catalog", "authorBooks", 1);

    private static final KeyCodec<String> KEYS = KeyCodec.STRING;

    private static final MessageCodec<AuthorBooks> SNAPSHOTS = new AuthorBooksSnapshotCodec();

    @Override
    public ProjectionName name() {
        return NAME;
    }

    @Override
    public KeyCodec<String> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<AuthorBooks> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public List<ProjectionDefinition.Source> sources() {
        return List.of(
                new ProjectionDefinition.Source("catalog.books.events", ProjectionDefinition.Partitions.ANY));
    }

    @Override
    public String storePartitionedBy() {
        return "catalog-authorBooks-books-repartition";
    }

    @Override
    public void build(StreamsBuilder builder, ProjectionNodes<String, AuthorBooks> nodes, int partitions) {
        builder.stream("catalog.books.events", nodes.eventsOf(new BooksAggregate()).withName("books-events"))
                .process(nodes.rekey(AuthorBooksProjection::keysOfBooks), Named.as("books-keys"))
                .repartition(nodes.repartitioned(new BooksAggregate()).withName("books").withNumberOfPartitions(partitions))
                .process(nodes.fold(AuthorBooksProjection::onBooks), Named.as("books"))
                .to("catalog.authorBooks.snapshots", nodes.published().withName("books-snapshots"));
    }

    /** The keys under which an event is taken in. */
    private static Collection<String> keysOfBooks(BookEvent event, EventContext<UUID> context) {
        if (event instanceof BookEvent.BookAuthorSet bookAuthorSet) {
            return List.copyOf(AuthorBooks.authors(bookAuthorSet));
        }
        if (event instanceof BookEvent.BookRemoved bookRemoved) {
            return AuthorBooks.author(bookRemoved).stream().toList();
        }
        return List.of();
    }

    /** The record after an event; the same one where there is no {@code on} for it. */
    private static @Nullable AuthorBooks onBooks(
            @Nullable AuthorBooks state, BookEvent event, EventContext<String> context) {
        if (event instanceof BookEvent.BookAuthorSet bookAuthorSet) {
            return AuthorBooks.on(state, bookAuthorSet, context);
        }
        if (event instanceof BookEvent.BookRemoved bookRemoved) {
            return AuthorBooks.on(state, bookRemoved);
        }
        return state;
    }
}
