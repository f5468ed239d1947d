package dev.annals.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What waits for a commit is run when the producer has committed, and never otherwise. */
class CommitNotifyingProducerTest {

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final OpenTransactions transactions = new OpenTransactions();
    private final CommitNotifyingProducer producer = new CommitNotifyingProducer(kafka, transactions);
    private final List<String> ran = new ArrayList<>();

    @Test
    void actionsRunAfterTheCommitInTheirOrder() {
        begin();
        transactions.afterCommit(() -> ran.add("first, committed " + kafka.commitCount()));
        transactions.afterCommit(() -> ran.add("second"));
        assertThat(producer.send(new ProducerRecord<>("t", new byte[0]))).isDone();
        producer.flush();
        assertThat(ran).isEmpty();

        producer.commitTransaction();

        assertThat(ran).containsExactly("first, committed 1", "second");
    }

    @Test
    void actionsRunOnce() {
        begin();
        transactions.afterCommit(() -> ran.add("once"));
        producer.commitTransaction();
        producer.beginTransaction();
        producer.commitTransaction();

        assertThat(ran).containsExactly("once");
    }

    @Test
    void abortForgets() {
        begin();
        transactions.afterCommit(() -> ran.add("never"));
        producer.abortTransaction();
        commitAnother();

        assertThat(ran).isEmpty();
        assertThat(kafka.transactionAborted()).isFalse();
    }

    @Test
    void commitThatFailsForgets() {
        begin();
        transactions.afterCommit(() -> ran.add("never"));
        kafka.commitTransactionException = new TimeoutException("late");
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(producer::commitTransaction);
        kafka.commitTransactionException = null;
        producer.abortTransaction();
        commitAnother();

        assertThat(ran).isEmpty();
    }

    static List<Consumer<Producer<?, ?>>> closings() {
        return List.of(Producer::close, producer -> producer.close(Duration.ZERO));
    }

    @ParameterizedTest
    @MethodSource("closings")
    void closeForgets(Consumer<Producer<?, ?>> closing) {
        begin();
        transactions.afterCommit(() -> ran.add("never"));
        closing.accept(producer);
        transactions.committed();

        assertThat(kafka.closed()).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void withoutTransactionsAFlushStandsForTheCommit() {
        transactions.afterCommit(() -> ran.add("once"));

        producer.flush();
        producer.flush();

        assertThat(ran).containsExactly("once");
    }

    @Test
    void threadsHaveTransactionsOfTheirOwn() {
        begin();
        CompletableFuture.runAsync(() -> transactions.afterCommit(() -> ran.add("of another thread")))
                .join();
        producer.commitTransaction();

        assertThat(ran).isEmpty();
    }

    @Test
    void everyMethodOfAProducerIsPassedOn() {
        for (Method method : Producer.class.getMethods()) {
            assertThat(Arrays.stream(CommitNotifyingProducer.class.getDeclaredMethods())
                            .filter(own -> own.getName().equals(method.getName()))
                            .filter(own -> Arrays.equals(own.getParameterTypes(), method.getParameterTypes())))
                    .as(method.toString())
                    .isNotEmpty();
        }
    }

    private void begin() {
        producer.initTransactions();
        producer.beginTransaction();
    }

    private void commitAnother() {
        producer.beginTransaction();
        producer.commitTransaction();
    }
}
