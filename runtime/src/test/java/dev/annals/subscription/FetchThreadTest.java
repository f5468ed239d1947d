package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a thread, in the midst of a round. */
class FetchThreadTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger rounds = new AtomicInteger();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final FetchThread thread = new FetchThread("fetching", consumer(), new Blocked(), failure);

    private final class Blocked implements FetchThread.Work {

        @Override
        public void begin() {}

        @Override
        public void round() {
            rounds.incrementAndGet();
            begun.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void release() {
        released.countDown();
        thread.stop();
    }

    @Test
    void whoHasNoTimeDoesNotWait() throws Exception {
        thread.start();
        begun.await();

        assertThat(thread.stop(Duration.ZERO)).isFalse();
    }

    @Test
    void whoTellsItToStopDoesNotWait() throws Exception {
        thread.start();
        begun.await();

        thread.tellToStop();
        released.countDown();

        thread.stop();
        assertThat(rounds).hasValue(1);
        assertThat(failure).isNotDone();
    }

    @Test
    void whoIsInterruptedWaitsAllTheSame() throws Exception {
        thread.start();
        begun.await();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread closer = new Thread(() -> {
            thread.stop();
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        closer.start();
        await().until(thread::isStopping);
        closer.interrupt();
        await().until(() -> !closer.isInterrupted() && closer.getState() == Thread.State.TIMED_WAITING);
        assertThat(interrupted).isNotDone();

        released.countDown();

        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void doesNotBeginWhenItWasToldToStop() {
        thread.tellToStop();

        thread.start();

        assertThat(thread.stop(Duration.ZERO)).isTrue();
        assertThat(rounds).hasValue(0);
    }

    /** Which nobody asks for anything. */
    private static KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", "localhost:1"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
