package post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.app.Service;
import dev.annals.testkit.TestInstances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** Two instances share the events of a subscription, and one goes on where the other one stops. */
final class SharedSubscriptionTest {

    private static final Map<String, String> SETTINGS =
            Map.of("instances.wait.ms", "20000", "subscriptions.drain.ms", "60000");

    private static final List<String> KEYS =
            IntStream.range(0, 24).mapToObj(i -> "somebody-" + i).toList();

    /** Of each instance, in the order of their starts. */
    private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();

    /** What has been handled, by key, in its order, on whichever instance. */
    private final Map<String, List<String>> handled = new ConcurrentHashMap<>();

    /** What was written, by key. */
    private final Map<String, List<String>> written = new HashMap<>();

    private final CountDownLatch end = new CountDownLatch(1);
    private final Service.Factory factory = engine -> {
        Mailbox mailbox = new Mailbox();
        mailbox.slot = this::handle;
        mailboxes.add(mailbox);
        return new PostService(engine, mailbox, new CopyOnWriteArrayList<>());
    };

    @Test
    void eventsAreSharedAndNoneIsLostWhenAnInstanceStops() {
        try (TestInstances instances = TestInstances.of(factory, SETTINGS)) {
            LettersHttp first = new LettersHttp(instances.start());
            LettersHttp second = new LettersHttp(instances.start());
            Mailbox ofFirst = mailboxes.get(0);
            Mailbox ofSecond = mailboxes.get(1);
            // Both have had partitions, and there was nothing in them.
            eventually(() -> assertThat(ofFirst.caughtUp).hasValue(1));
            eventually(() -> assertThat(ofSecond.caughtUp).hasValue(1));

            for (int i = 0; i < 5 * KEYS.size(); i++) {
                write(i % 2 == 0 ? first : second, KEYS.get(i % KEYS.size()), "text " + i);
            }
            eventually(() -> assertThat(withoutRepeats()).isEqualTo(written));
            assertThat(ofFirst.letters.keySet()).isNotEmpty().doesNotContainAnyElementsOf(ofSecond.letters.keySet());
            assertThat(ofSecond.letters.keySet()).isNotEmpty();

            String key = ofFirst.letters.keySet().iterator().next();
            write(second, key, Mailbox.BLOCKED);
            IntStream.range(0, 10).forEach(i -> write(second, key, "behind " + i));
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(instances::stopFirst);
            eventually(() -> assertThat(Draining.of("post-postman")).isTrue());
            end.countDown();
            for (int i = 0; i < 2 * KEYS.size() || !stopped.isDone(); i++) {
                write(second, KEYS.get(i % KEYS.size()), "leaving " + i);
            }
            stopped.join();
            assertThat(ofFirst.closed).hasValue(1);
            assertThat(ofFirst.of(key)).endsWith(Mailbox.BLOCKED);
            KEYS.forEach(each -> write(second, each, "left"));

            // What moves may come again.
            eventually(() -> assertThat(withoutRepeats()).isEqualTo(written));
            assertThat(ofSecond.of(key)).doesNotContain(Mailbox.BLOCKED).endsWith("left");
            assertThat(ofFirst.caughtUp).hasValue(1);
            assertThat(ofSecond.caughtUp).hasValue(1);
        }
    }

    private void handle(String to, String text) throws InterruptedException {
        if (text.equals(Mailbox.BLOCKED)) {
            end.await();
        }
        handled.computeIfAbsent(to, none -> new CopyOnWriteArrayList<>()).add(text);
    }

    private void write(LettersHttp letters, String to, String text) {
        letters.write(to, text);
        written.computeIfAbsent(to, none -> new ArrayList<>()).add(text);
    }

    private Map<String, List<String>> withoutRepeats() {
        Map<String, List<String>> once = new HashMap<>();
        handled.forEach((to, texts) -> once.put(to, List.copyOf(new LinkedHashSet<>(texts))));
        return once;
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
