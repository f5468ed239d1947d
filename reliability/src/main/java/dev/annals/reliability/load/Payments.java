package dev.annals.reliability.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import bank.Account;
import bank.AccountsAggregate;
import bank.Movement;
import bank.Operation;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.reliability.load.Command.Fate;
import dev.annals.schema.InMemorySchemaRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Pays into accounts by writing to the commands topic: some payments without an id, which are known by their place, and some with
 * an id and twice. Used by one thread.
 */
public final class Payments implements Runnable {

    private static final String TOPIC = "bank.accounts.commands";
    private static final long PAUSE_MS = 10;

    private final String bootstrapServers;
    private final History history;
    private final List<String> accounts;
    private final Random random;
    private final BooleanSupplier goOn;
    private final AggregateSerdes<Operation, Movement, Account> serdes =
            AggregateSerdes.of(new AccountsAggregate(), new InMemorySchemaRegistry());

    public Payments(
            String bootstrapServers, History history, List<String> accounts, Random random, BooleanSupplier goOn) {
        this.bootstrapServers = bootstrapServers;
        this.history = history;
        this.accounts = List.copyOf(accounts);
        this.random = random;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        Map<String, Object> config =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all");
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (goOn.getAsBoolean()) {
                pay(producer, accounts.get(random.nextInt(accounts.size())));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            history.complain("The producer of payments failed: " + e);
        }
    }

    private void pay(Producer<byte[], byte[]> producer, String account) {
        if (random.nextBoolean()) {
            write(producer, record(account), (metadata, error) -> {
                boolean written = error == null;
                history.add(new Command(
                        written ? place(metadata) : "", account, 1, written ? Fate.ACCEPTED : Fate.UNKNOWN));
            });
        } else {
            String id = UUID.randomUUID().toString();
            write(producer, identified(account, id), (metadata, error) -> {});
            write(
                    producer,
                    identified(account, id),
                    (metadata, error) ->
                            history.add(new Command(id, account, 1, error == null ? Fate.ACCEPTED : Fate.UNKNOWN)));
        }
    }

    private static void write(
            Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record, Callback callback) {
        Future<?> unused = producer.send(record, callback);
    }

    private ProducerRecord<byte[], byte[]> identified(String account, String id) {
        ProducerRecord<byte[], byte[]> record = record(account);
        record.headers().add("ce_id", id.getBytes(UTF_8));
        return record;
    }

    private ProducerRecord<byte[], byte[]> record(String account) {
        Operation deposit = new Operation.Deposit(account, BigDecimal.ONE);
        return new ProducerRecord<>(
                TOPIC, account.getBytes(UTF_8), serdes.commands().write(deposit));
    }

    /** The id of a command that came without one. */
    private static String place(RecordMetadata metadata) {
        return "%s-%d@%d".formatted(metadata.topic(), metadata.partition(), metadata.offset());
    }
}
