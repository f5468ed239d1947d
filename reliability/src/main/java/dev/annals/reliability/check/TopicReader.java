package dev.annals.reliability.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import bank.Account;
import bank.AccountsAggregate;
import bank.Movement;
import bank.Operation;
import bank.transfers.Transfer;
import bank.transfers.TransferCommand;
import bank.transfers.TransferEvent;
import bank.transfers.TransfersAggregate;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.reliability.check.Recorded.Course;
import dev.annals.reliability.check.Recorded.Event;
import dev.annals.reliability.check.Recorded.Snapshot;
import dev.annals.schema.InMemorySchemaRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the bank's topics from beginning to end, as an ordinary consumer of committed records. */
public final class TopicReader {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String bootstrapServers;
    private final AggregateSerdes<Operation, Movement, Account> serdes =
            AggregateSerdes.of(new AccountsAggregate(), new InMemorySchemaRegistry());
    private final AggregateSerdes<TransferCommand, TransferEvent, Transfer> transferSerdes =
            AggregateSerdes.of(new TransfersAggregate(), new InMemorySchemaRegistry());

    public TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * All of it.
     *
     * @throws IllegalStateException when a transaction does not end
     */
    public Recorded read() {
        List<Event> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records("bank.accounts.events")) {
            events.add(new Event(
                    new String(record.key(), UTF_8),
                    Long.parseLong(header(record, "ce_sequence", "0")),
                    header(record, "ce_causationid", ""),
                    serdes.events().read(record.value())));
        }
        Map<String, Snapshot> snapshots = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records("bank.accounts.snapshots")) {
            snapshots.put(
                    new String(record.key(), UTF_8),
                    new Snapshot(
                            Long.parseLong(header(record, "ce_sequence", "0")),
                            serdes.snapshots().read(record.value())));
        }
        List<String> deadLetters = records("bank.accounts.dead-letters").stream()
                .map(record -> header(record, "annals.message.id", ""))
                .toList();
        List<String> ofTransfers = Stream.of("bank.transfers.dead-letters", "bank.transferSteps.dead-letters")
                .flatMap(topic -> records(topic).stream())
                .map(record -> header(record, "__streams.errors.message", "?"))
                .toList();
        return new Recorded(events, snapshots, deadLetters, transfers(), ofTransfers);
    }

    private Map<UUID, Course> transfers() {
        Map<UUID, List<TransferEvent>> events = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records("bank.transfers.events")) {
            events.computeIfAbsent(transfer(record), none -> new ArrayList<>())
                    .add(transferSerdes.events().read(record.value()));
        }
        Map<UUID, Course> courses = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records("bank.transfers.snapshots")) {
            UUID id = transfer(record);
            courses.put(
                    id,
                    new Course(
                            events.getOrDefault(id, List.of()),
                            Long.parseLong(header(record, "ce_sequence", "0")),
                            transferSerdes.snapshots().read(record.value())));
        }
        return courses;
    }

    private static UUID transfer(ConsumerRecord<byte[], byte[]> record) {
        return UUID.fromString(new String(record.key(), UTF_8));
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> committed = consumer("read_committed");
                Consumer<byte[], byte[]> all = consumer("read_uncommitted")) {
            List<TopicPartition> partitions = committed.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = all.endOffsets(partitions);
            committed.assign(partitions);
            committed.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!ends.entrySet().stream().allMatch(end -> committed.position(end.getKey()) >= end.getValue())) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("A transaction in " + topic + " does not end");
                }
                committed.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private Consumer<byte[], byte[]> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) TimeUnit.SECONDS.toMillis(30)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name, String otherwise) {
        Header header = record.headers().lastHeader(name);
        return header == null ? otherwise : new String(Objects.requireNonNull(header.value()), UTF_8);
    }
}
