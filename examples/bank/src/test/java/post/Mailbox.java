package post;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /** By what they say, unless a test has its own. */
    volatile Slot slot = this::pass;

    /** What letters have to pass. */
    @FunctionalInterface
    interface Slot {

        /** Returns for a letter to be taken, and throws for it to be refused. */
        void pass(String to, String text) throws Exception;
    }

    void put(String to, String text) throws Exception {
        attempts.incrementAndGet();
        slot.pass(to, text);
        letters.computeIfAbsent(to, none -> new CopyOnWriteArrayList<>()).add(text);
    }

    private void pass(String to, String text) throws Exception {
        if (text.startsWith(POISON)) {
            throw new IllegalStateException("Not in this house");
        }
        if (text.equals(REFUSED) && attempts.get() < 3) {
            throw new IOException("Nobody at home");
        }
        if (text.equals(BLOCKED)) {
            opened.await();
        }
    }

    List<String> of(String to) {
        return List.copyOf(letters.getOrDefault(to, List.of()));
    }
}
