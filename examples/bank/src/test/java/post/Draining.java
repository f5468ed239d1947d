package post;

import java.util.Arrays;

/** Whether subscriptions are leaving their partitions. */
final class Draining {

    private Draining() {}

    /** Whether one of this consumer group waits for the events that are being handled: it begins no further ones by then. */
    static boolean of(String group) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals(group))
                .flatMap(thread -> Arrays.stream(thread.getValue()))
                .anyMatch(frame -> frame.getMethodName().equals("awaitNoneRunning"));
    }
}
