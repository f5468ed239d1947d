package catalog.statistics;

import catalog.authors.Author;
import catalog.books.Book;
import catalog.books.BookEvent;
import catalog.books.BookEvent.BookAuthorSet;
import dev.annals.StreamsExtension;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * How many books were given to each author on each day (UTC), in the topic {@code catalog.authorDays.counts}: windows are what
 * neither an aggregate nor a projection has.
 */
final class AuthorDays {

    private static final Duration DAY = Duration.ofDays(1);

    /** Longer than the history: what is taken in again comes from all partitions, and so from all times, at once. */
    private static final Duration HISTORY = Duration.ofDays(10 * 365);

    private AuthorDays() {}

    /** The key is the author's name and the day: {@code Mary Shelley 2026-11-27}. */
    @StreamsExtension(service = "catalog", name = "authorDays", from = Book.class)
    static void build(StreamsBuilder builder, KStream<UUID, BookEvent> events, KTable<String, Author> authors) {
        events.flatMap(AuthorDays::titlesByAuthor, Named.as("authorDays-titles"))
                .leftJoin(
                        authors,
                        AuthorDays::name,
                        Joined.with(Serdes.String(), Serdes.String(), null, "authorDays-codes"))
                .groupBy((code, name) -> name, Grouped.with("authorDays-names", Serdes.String(), Serdes.String()))
                .windowedBy(TimeWindows.ofSizeAndGrace(DAY, HISTORY))
                .count(
                        Named.as("authorDays-count"),
                        Materialized.<String, Long, WindowStore<Bytes, byte[]>>as("authorDays")
                                .withRetention(DAY.plus(HISTORY)))
                .toStream(Named.as("authorDays-changes"))
                .map((window, count) -> KeyValue.pair(nameAndDay(window), count), Named.as("authorDays-texts"))
                .to("catalog.authorDays.counts", Produced.with(Serdes.String(), Serdes.Long()));
    }

    private static Iterable<KeyValue<String, String>> titlesByAuthor(UUID book, BookEvent event) {
        return event instanceof BookAuthorSet set
                ? set.author().stream()
                        .map(author -> KeyValue.pair(author, set.title()))
                        .toList()
                : List.of();
    }

    private static String name(String code, String title, @Nullable Author author) {
        return author == null ? code : author.firstName() + " " + author.lastName();
    }

    private static String nameAndDay(Windowed<String> window) {
        return window.key() + " " + LocalDate.ofInstant(window.window().startTime(), ZoneOffset.UTC);
    }
}
