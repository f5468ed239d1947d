package dev.annals.benchmarks.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import catalog.CatalogService;
import dev.annals.app.Application;
import dev.annals.app.ExitCode;
import dev.annals.app.RebuildCommand;
import dev.annals.broker.Broker;
import dev.annals.broker.BrokerSettings;
import dev.annals.embedded.EmbeddedBroker;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * Lets the catalogue take 1,000,000 commands (or as many as its argument says), deletes what it made of them except for the
 * events, builds that again, and compares it byte by byte. Prints the rate beside that of plain consumers which only read the
 * same topic, and ends with 1 where a byte differs.
 */
public final class RebuildBenchmark {

    private static final String EVENTS = "catalog.books.events";
    private static final String SNAPSHOTS = "catalog.books.snapshots";
    private static final String CHANGELOG = "catalog-books-changelog";
    private static final int PARTITIONS = 6;

    private final String bootstrapServers;
    private final PlainReader reader;
    private final Path directory;

    private RebuildBenchmark(String bootstrapServers, Path directory) {
        this.bootstrapServers = bootstrapServers;
        this.reader = new PlainReader(bootstrapServers);
        this.directory = directory;
    }

    public static void main(String[] args) throws Exception {
        int events = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        Path directory = Files.createTempDirectory("annals-rebuild-benchmark");
        boolean same;
        try (Broker broker = EmbeddedBroker.start(new BrokerSettings(directory.resolve("broker"), 0, false))) {
            same = new RebuildBenchmark(broker.bootstrapServers(), directory).run(events);
        }
        System.exit(same ? 0 : 1);
    }

    @SuppressWarnings("SystemOut") // The figures are what is asked for.
    private boolean run(int events) throws Exception {
        fill(events);
        Map<Bytes, Bytes> snapshots = LastRecords.of(reader, SNAPSHOTS);
        Map<Bytes, Bytes> stored = LastRecords.of(reader, CHANGELOG);
        int threads = Runtime.getRuntime().availableProcessors();
        for (int round = 0; round < 3; round++) {
            System.out.printf("1 plain consumer: %,d events a second%n", plain(1));
            System.out.printf("%d plain consumers: %,d events a second%n", threads, plain(threads));
            rebuild("--dry-run");
        }
        delete();
        rebuild();
        boolean same = LastRecords.of(reader, SNAPSHOTS).equals(snapshots)
                && LastRecords.of(reader, CHANGELOG).equals(stored);
        System.out.printf(
                "%,d snapshots and values of the store are %s, byte by byte%n",
                snapshots.size(), same ? "what they were" : "NOT what they were");
        return same;
    }

    /** The service takes the commands, and stops. */
    private void fill(int events) throws InterruptedException, ExecutionException {
        try (Application catalog = Application.start(CatalogService::new, settings())) {
            if (!catalog.httpAddress().isUnresolved()) {
                new CatalogLoad().send(bootstrapServers, events);
            }
            awaitProcessed();
        }
    }

    private void awaitProcessed() throws InterruptedException, ExecutionException {
        String commands = "catalog.books.commands";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (true) {
                long processed =
                        admin
                                .listConsumerGroupOffsets("catalog")
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .entrySet()
                                .stream()
                                .filter(entry -> entry.getKey().topic().equals(commands))
                                .mapToLong(entry -> entry.getValue().offset())
                                .sum();
                if (processed >= end(admin, commands)) {
                    return;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    private static long end(Admin admin, String topic) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(Collectors.toMap(number -> new TopicPartition(topic, number), number -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(info -> info.offset())
                .sum();
    }

    /** Events a second of so many consumers together. */
    private long plain(int consumers) {
        AtomicLong bytes = new AtomicLong();
        AtomicLong events = new AtomicLong();
        long started = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, consumers)
                        .mapToObj(share -> CompletableFuture.runAsync(
                                () -> reader.read(EVENTS, share, consumers, record -> {
                                    bytes.addAndGet(record.value().length);
                                    events.incrementAndGet();
                                }),
                                task -> new Thread(task, "plain-" + share).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        return events.get() * 1_000 / TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    private void delete() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(SNAPSHOTS, CHANGELOG)).all().get();
            while (!Collections.disjoint(admin.listTopics().names().get(), List.of(SNAPSHOTS, CHANGELOG))) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
    }

    private void rebuild(String... options) {
        List<String> args = new ArrayList<>(List.of("books"));
        args.addAll(List.of(options));
        ExitCode code =
                RebuildCommand.run(CatalogService::new, settings(), args, new PrintStream(System.out, true, UTF_8));
        if (code != ExitCode.STOPPED) {
            throw new IllegalStateException("The rebuild ended with " + code);
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "http.port",
                "0",
                "kafka.bootstrap.servers",
                bootstrapServers,
                "embedded.directory",
                directory.resolve("catalog").toString());
    }
}
