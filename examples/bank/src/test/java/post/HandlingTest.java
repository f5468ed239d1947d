package post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.TestService;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How events of one partition are handled: by two threads, again and again where they fail, and to their end. */
final class HandlingTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "topics.partitions", "1",
            "subscriptions.concurrency", "2",
            "subscriptions.attempts", "1000000",
            "subscriptions.backoff.ms", "10",
            "subscriptions.max.backoff.ms", "50",
            "subscriptions.drain.ms", "60000");

    private static Mailbox mailbox;
    private static TestService service;

    @BeforeAll
    static void start() {
        mailbox = new Mailbox();
        service = TestService.start(
                PostService.builder().mailbox(mailbox).observed(new CopyOnWriteArrayList<>()), SETTINGS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void takeAll() {
        mailbox.slot = (to, text) -> {};
    }

    @Test
    void entitiesThatFailAreNotInTheWayOfOthersOfTheirPartition() {
        AtomicBoolean isHome = new AtomicBoolean();
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        mailbox.slot = (to, text) -> {
            if (to.startsWith("away") && !isHome.get()) {
                failures.merge(to, 1, Integer::sum);
                throw new IOException("Nobody at home");
            }
        };
        // As many as there are threads.
        write("away-1", "first");
        write("away-1", "second");
        write("away-2", "first");
        eventually(() -> assertThat(failures).containsOnlyKeys("away-1", "away-2"));

        write("beside", "text");

        eventually(() -> assertThat(mailbox.of("beside")).containsExactly("text"));
        // They are still tried.
        Map<String, Integer> before = Map.copyOf(failures);
        eventually(() -> assertThat(failures)
                .allSatisfy((to, count) -> assertThat(count).isGreaterThan(before.getOrDefault(to, 0))));
        isHome.set(true);
        eventually(() -> assertThat(mailbox.of("away-1")).containsExactly("first", "second"));
        eventually(() -> assertThat(mailbox.of("away-2")).containsExactly("first"));
        assertThat(service.read("post.postman.dead-letters")).isEmpty();
    }

    @Test
    void asManyAreHandledAtOnceAsIsSetAndNoMore() {
        int guests = 6;
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore done = new Semaphore(0);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        mailbox.slot = (to, text) -> {
            threads.add(Thread.currentThread());
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            done.acquire();
            running.decrementAndGet();
        };
        IntStream.range(0, guests).forEach(i -> write("guest-" + i, "text"));

        for (int left = guests; left > 0; left--) {
            int inMemory = left;
            eventually(() -> assertThat(letters().subscriptions())
                    .containsPattern("\"name\":\"postman\"[^}]*\"inFlight\":" + inMemory + "[,}]"));
            eventually(() -> assertThat(running).hasValue(Math.min(2, inMemory)));
            done.release();
        }

        eventually(() -> assertThat(mailbox.letters).containsKeys("guest-0", "guest-5"));
        assertThat(most).hasValue(2);
        boolean areVirtual = Runtime.version().feature() >= 21;
        assertThat(threads)
                .isNotEmpty()
                .allSatisfy(thread -> assertThat(isVirtual(thread)).isEqualTo(areVirtual));
    }

    @Test
    void whatIsBeingHandledWhenTheServiceStopsEndsAndDoesNotComeAgain() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        mailbox.slot = (to, text) -> {
            if (to.equals("reader") && text.equals("long")) {
                begun.countDown();
                end.await();
            }
        };
        write("reader", "long");
        write("reader", "next");
        eventually(() -> assertThat(begun.getCount()).isZero());

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::stop);
        eventually(() -> assertThat(Draining.of("post-postman")).isTrue());
        end.countDown();
        stopped.join();

        assertThat(mailbox.of("reader")).containsExactly("long");
        service.restart(SETTINGS);
        eventually(() -> assertThat(mailbox.of("reader")).containsExactly("long", "next"));
    }

    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
        } catch (NoSuchMethodException e) {
            // Before 21.
            return false;
        }
    }

    private static LettersHttp letters() {
        return new LettersHttp(service.http());
    }

    private static void write(String to, String text) {
        letters().write(to, text);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
