package dev.annals.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

/** Looks for threads that would keep the process alive. */
final class Threads {

    private Threads() {}

    /** Awaits the end of all non-daemon threads that were not there before. */
    static void awaitEnd(Set<Thread> before) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.isDaemon() && !before.contains(thread)) {
                thread.join(Duration.ofSeconds(30).toMillis());
                assertThat(thread.isAlive()).as("%s is alive", thread).isFalse();
            }
        }
    }
}
