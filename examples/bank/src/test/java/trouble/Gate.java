package trouble;

import java.util.concurrent.CountDownLatch;

/** Holds a decider up until it is opened. */
final class Gate {

    private static volatile CountDownLatch arrived = new CountDownLatch(0);
    private static volatile CountDownLatch open = new CountDownLatch(0);

    private static volatile boolean broken;

    private Gate() {}

    /** What a decider needs does not work any longer. */
    static void breakDown() {
        broken = true;
    }

    static void mend() {
        broken = false;
    }

    /** What the decider does that needs it. */
    static void requireWhole() {
        if (broken) {
            throw new IllegalStateException("It is broken");
        }
    }

    static void shut() {
        arrived = new CountDownLatch(1);
        open = new CountDownLatch(1);
    }

    static void open() {
        open.countDown();
    }

    /** What the decider does. */
    static void pass() {
        arrived.countDown();
        await(open);
    }

    static void awaitArrival() {
        await(arrived);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
