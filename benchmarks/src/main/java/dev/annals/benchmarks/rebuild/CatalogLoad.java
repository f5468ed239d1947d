package dev.annals.benchmarks.rebuild;

import catalog.books.BookCommand;
import catalog.books.BookCommand.AddChapter;
import catalog.books.BookCommand.CreateBook;
import catalog.books.BookCommand.SetBookAuthor;
import catalog.books.BooksAggregate;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.schema.InMemorySchemaRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Commands of the catalogue, each of which leaves one event: five of each book, of all books in turn. */
final class CatalogLoad {

    static final int EVENTS_PER_BOOK = 5;

    private final BooksAggregate books = new BooksAggregate();
    private final AggregateSerdes<BookCommand, ?, ?> serdes = AggregateSerdes.of(books, new InMemorySchemaRegistry());

    /** Writes so many commands to the topic, and returns when they are there. */
    void send(String bootstrapServers, int commands) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "batch.size", 256 << 10);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            int count = commands / EVENTS_PER_BOOK;
            for (int turn = 0; turn < EVENTS_PER_BOOK; turn++) {
                for (int book = 0; book < count; book++) {
                    BookCommand command = command(new UUID(42, book), turn);
                    // What fails is missed later on, when commands are counted.
                    var unused = producer.send(new ProducerRecord<>(
                            books.name().commandsTopic(),
                            books.keys().toBytes(books.keyOf(command)),
                            serdes.commands().write(command)));
                }
            }
        }
    }

    private static BookCommand command(UUID id, int turn) {
        return switch (turn) {
            case 0 -> new CreateBook("A book of which there are many", id);
            case 1, 4 -> new SetBookAuthor(id, Optional.of("author-" + turn));
            default -> new AddChapter(id, "Chapter " + turn, "In which something happens, as in all of them");
        };
    }
}
