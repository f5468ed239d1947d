package post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What letters are brought to; it may refuse them. */
final class Mailbox {

    static final String REFUSED = "refused";
    static final String POISON = "poison";
    static final String BLOCKED = "blocked";

    final Map<String, List<String>> letters = new ConcurrentHashMap<>();
    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger caughtUp = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    final CountDownLatch opened = new CountDownLatch(1);

    void put(String to, String text) throws Exception {
        attempts.incrementAndGet();
        if (text.startsWith(POISON)) {
            throw new IllegalStateException("Not in this house");
        }
        if (text.equals(REFUSED) && attempts.get() < 3) {
            throw new java.io.IOException("Nobody at home");
        }
        if (text.equals(BLOCKED)) {
            opened.await();
        }
        letters.computeIfAbsent(to, none -> new ArrayList<>()).add(text);
    }

    List<String> of(String to) {
        return List.copyOf(letters.getOrDefault(to, List.of()));
    }
}
