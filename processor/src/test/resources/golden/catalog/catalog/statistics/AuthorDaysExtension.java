package catalog.statistics;

import catalog.authors.Author;
import catalog.authors.AuthorsAggregate;
import catalog.books.BookEvent;
import catalog.books.BooksAggregate;
import dev.annals.extension.ExtensionDefinition;
import dev.annals.extension.ExtensionName;
import dev.annals.streams.TopicSerdes;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;

/** The extension {@code catalog.authorDays}: what {@code AuthorDays.build} is given. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class AuthorDaysExtension implements ExtensionDefinition {

    private static final ExtensionName NAME = new ExtensionName("catalog", "authorDays");

    @Override
    public ExtensionName name() {
        return NAME;
    }

    @Override
    public void build(StreamsBuilder builder, TopicSerdes serdes) {
        KStream<UUID, BookEvent> events = builder.stream(
                "catalog.books.events",
                serdes.eventsOf(new BooksAggregate()).withName("authorDays-catalog.books.events"));
        KTable<String, Author> authors = builder.table(
                "catalog.authors.snapshots",
                serdes.snapshotsOf(new AuthorsAggregate()).withName("authorDays-catalog.authors.snapshots-source"),
                Materialized.as("authorDays-catalog.authors.snapshots"));
        AuthorDays.build(builder, events, authors);
    }
}
