package catalog.views;

import catalog.authors.Author;
import catalog.authors.AuthorsAggregate;
import catalog.books.Book;
import catalog.books.BooksAggregate;
import dev.annals.aggregate.KeyCodec;
import dev.annals.projection.ProjectionDefinition;
import dev.annals.projection.ProjectionName;
import dev.annals.projection.ProjectionNodes;
import dev.annals.projection.Received;
import dev.annals.serde.MessageCodec;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.TableJoined;
import org.jspecify.annotations.Nullable;

/** The projection {@code catalog.booksCards}: how {@link BookCard} comes of other records. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class BooksCardsProjection implements ProjectionDefinition<UUID, BookCard> {

    private static final ProjectionName NAME = new ProjectionName("catalog", "booksCards", 1);

    private static final KeyCodec<UUID> KEYS = KeyCodec.UUID;

    private static final MessageCodec<BookCard> SNAPSHOTS = new BooksCardsSnapshotCodec();

    @Override
    public ProjectionName name() {
        return NAME;
    }

    @Override
    public KeyCodec<UUID> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<BookCard> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public List<ProjectionDefinition.Source> sources() {
        return List.of(
                new ProjectionDefinition.Source("catalog.books.snapshots", ProjectionDefinition.Partitions.SAME),
                new ProjectionDefinition.Source("catalog.authors.snapshots", ProjectionDefinition.Partitions.ANY));
    }

    @Override
    public String storePartitionedBy() {
        return "catalog.books.snapshots";
    }

    @Override
    public void build(StreamsBuilder builder, ProjectionNodes<UUID, BookCard> nodes, int partitions) {
        KTable<UUID, Received<Book>> book = builder.stream(
                "catalog.books.snapshots",
                nodes.snapshotsOf(new BooksAggregate()).withName("booksCards-book-snapshots"))
                .processValues(nodes.checked(BooksCardsProjection::keyOfAuthor), Named.as("booksCards-key-of-author"))
                .toTable(Named.as("booksCards-book-table"), nodes.tableOf("booksCards-book", new BooksAggregate()));
        KTable<String, Received<Author>> author = builder.table(
                "catalog.authors.snapshots",
                nodes.snapshotsOf(new AuthorsAggregate()).withName("booksCards-author-snapshots"),
                Materialized.as("booksCards-author"));
        KTable<UUID, BookCard> joined = book.leftJoin(
                author,
                BooksCardsProjection::keyOfAuthor,
                (left, right) -> right == null ? null : new BookCard(left.value(), right.value()),
                TableJoined.as("join-author"));
        joined.toStream(Named.as("booksCards-changes"))
                .process(nodes.keep(), Named.as("booksCards"))
                .to("catalog.booksCards.snapshots", nodes.published().withName("booksCards-snapshots"));
    }

    /** The key of the {@code author} that belongs to a {@code book}. */
    private static @Nullable String keyOfAuthor(Received<Book> book) {
        return BookCard.author(book.value()).orElse(null);
    }
}
