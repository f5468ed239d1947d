package dev.annals.reliability.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import bank.Account;
import bank.AccountsAggregate;
import bank.Movement;
import bank.Operation;
import bank.transfers.TransferCommand;
import bank.transfers.TransferCommand.RequestTransfer;
import bank.transfers.TransferEvent;
import bank.transfers.TransfersAggregate;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.schema.InMemorySchemaRegistry;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes deposits and transfers to the commands topics, as a producer that does not know HTTP. Safe for use by several threads. */
final class CommandTopic implements AutoCloseable {

    private static final String ACCOUNTS = "bank.accounts.commands";
    private static final String TRANSFERS = "bank.transfers.commands";

    private final AggregateSerdes<Operation, Movement, Account> serdes =
            AggregateSerdes.of(new AccountsAggregate(), new InMemorySchemaRegistry());
    private final AggregateSerdes<TransferCommand, TransferEvent, bank.transfers.Transfer> transfers =
            AggregateSerdes.of(new TransfersAggregate(), new InMemorySchemaRegistry());
    private final Producer<byte[], byte[]> producer;

    CommandTopic(String bootstrapServers) {
        Map<String, Object> config =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all");
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void deposit(String account, Callback callback) {
        send(record(account), callback);
    }

    void deposit(String account, String id, Callback callback) {
        ProducerRecord<byte[], byte[]> record = record(account);
        record.headers().add("ce_id", id.getBytes(UTF_8));
        send(record, callback);
    }

    void transfer(RequestTransfer transfer, Callback callback) {
        String id = transfer.id().toString();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                TRANSFERS, id.getBytes(UTF_8), transfers.commands().write(transfer));
        record.headers().add("ce_id", id.getBytes(UTF_8));
        send(record, callback);
    }

    /** The id of a command that came without one. */
    static String place(RecordMetadata metadata) {
        return "%s-%d@%d".formatted(metadata.topic(), metadata.partition(), metadata.offset());
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        producer.close();
    }

    private void send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Future<?> unused = producer.send(record, callback);
    }

    private ProducerRecord<byte[], byte[]> record(String account) {
        Operation deposit = new Operation.Deposit(account, BigDecimal.ONE);
        return new ProducerRecord<>(
                ACCOUNTS, account.getBytes(UTF_8), serdes.commands().write(deposit));
    }
}
