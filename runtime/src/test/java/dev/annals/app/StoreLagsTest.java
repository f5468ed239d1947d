package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.LagInfo;
import org.junit.jupiter.api.Test;

class StoreLagsTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void isUnknownForAsLongAsTheBrokersDoNotAnswer() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        StoreLags lags = new StoreLags(
                () -> {
                    asked.incrementAndGet();
                    await(answer);
                    throw new IllegalStateException("No broker");
                },
                now::get,
                task -> new Thread(task).start());

        assertThat(lags.of("accounts", 0)).isEmpty();
        // Nobody else waits while one asks.
        assertThat(lags.of("accounts", 0)).isEmpty();
        assertThat(asked).hasValue(1);
        answer.countDown();
    }

    @Test
    void isAskedForOnceASecond() {
        boolean[] away = new boolean[1];
        StoreLags lags = new StoreLags(
                () -> {
                    asked.incrementAndGet();
                    if (away[0]) {
                        throw new IllegalStateException("No broker");
                    }
                    return Map.of("accounts", Map.<Integer, LagInfo>of());
                },
                now::get,
                Runnable::run);
        lags.of("accounts", 0);
        lags.of("accounts", 0);
        assertThat(asked).hasValue(1);

        now.addAndGet(2 * SECOND);
        away[0] = true;
        assertThat(lags.of("accounts", 0)).isEmpty();
        assertThat(asked).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
