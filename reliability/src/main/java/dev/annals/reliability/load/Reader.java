package dev.annals.reliability.load;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Reads one account after another, and compares what it is shown with what anybody has been told before: the moment after an
 * instance was killed is when that could be older. Used by one thread.
 */
public final class Reader implements Runnable {

    private static final long PAUSE_MS = 5;

    private final Caller caller;
    private final History history;
    private final List<String> accounts;
    private final Random random;
    private final BooleanSupplier goOn;

    public Reader(Caller caller, History history, List<String> accounts, Random random, BooleanSupplier goOn) {
        this.caller = caller;
        this.history = history;
        this.accounts = List.copyOf(accounts);
        this.random = random;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        try {
            while (goOn.getAsBoolean()) {
                read(accounts.get(random.nextInt(accounts.size())));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            history.complain("A reader failed: " + e);
        }
    }

    /** What is read must not be older than what anybody has been told before. */
    void read(String account) throws InterruptedException {
        long acknowledged = history.version(account);
        Optional<Answer> answer = caller.get("/accounts/one/" + account);
        history.read();
        if (answer.isEmpty() || answer.get().saysToTryAgain()) {
            return;
        }
        long version = answer.get().version();
        if (version < acknowledged) {
            history.complain(
                    "%s had version %d, and then a read got %s".formatted(account, acknowledged, answer.get()));
        } else {
            history.seen(account, version);
        }
    }
}
