package dev.annals.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class CommitNotifyingProducerTest {

    private final OpenTransactions transactions = new OpenTransactions();
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final CommitNotifyingProducer producer = new CommitNotifyingProducer(kafka, transactions);
    private final List<String> done = new ArrayList<>();

    @Test
    void runsWhatWaitsInOrderOnceTheTransactionHasCommitted() {
        begin("first", "second");
        assertThat(done).isEmpty();

        producer.commitTransaction();

        assertThat(done).containsExactly("first", "second");
        producer.beginTransaction();
        producer.commitTransaction();
        assertThat(done).hasSize(2);
    }

    @Test
    void takesNoFlushForACommitInATransaction() {
        begin("waits");

        producer.flush();

        assertThat(done).isEmpty();
    }

    @Test
    void takesAFlushForTheCommitWhereThereAreNoTransactions() {
        waitFor("flushed");

        producer.flush();

        assertThat(done).containsExactly("flushed");
    }

    @Test
    void forgetsWhatWaitsWhenTheTransactionIsAborted() {
        begin("aborted");
        producer.abortTransaction();
        producer.beginTransaction();
        waitFor("committed");

        producer.commitTransaction();

        assertThat(done).containsExactly("committed");
    }

    @Test
    void forgetsWhatWaitsWhenTheCommitFails() {
        begin("lost");
        kafka.commitTransactionException = new KafkaException("out of order");

        assertThatThrownBy(producer::commitTransaction).hasMessage("out of order");

        kafka.commitTransactionException = null;
        producer.commitTransaction();
        assertThat(done).isEmpty();
    }

    @Test
    void forgetsWhatWaitsWhenItIsFenced() {
        begin("fenced");
        kafka.fenceProducer();

        assertThatThrownBy(producer::commitTransaction).isInstanceOf(ProducerFencedException.class);

        assertThat(done).isEmpty();
    }

    @Test
    void forgetsWhatWaitsWhenItIsClosed() {
        begin("closed");

        producer.close(Duration.ZERO);

        transactions.committed();
        assertThat(done).isEmpty();
    }

    @Test
    void keepsTheTransactionsOfThreadsApart() throws Exception {
        begin("mine");
        Thread other = new Thread(() -> {
            transactions.afterCommit(() -> done.add("the other's"));
            transactions.aborted();
        });
        other.start();
        other.join();

        producer.commitTransaction();

        assertThat(done).containsExactly("mine");
    }

    private void begin(String... actions) {
        producer.initTransactions();
        producer.beginTransaction();
        for (String action : actions) {
            waitFor(action);
        }
    }

    private void waitFor(String action) {
        transactions.afterCommit(() -> done.add(action));
    }
}
