package dev.annals.rebuild;

import org.jspecify.annotations.Nullable;

/** The number of an event among those of its command, with which its id ends: {@code 5f0c-2}. */
final class EventPlace {

    private static final int MOST_DIGITS = 9;

    private EventPlace() {}

    /** That number, and 0 where the id has none. */
    static int of(byte @Nullable [] id) {
        int dash = id == null ? -1 : lastDash(id);
        if (id == null || dash < 0 || id.length - dash - 1 > MOST_DIGITS) {
            return 0;
        }
        int number = 0;
        for (int at = dash + 1; at < id.length; at++) {
            int digit = id[at] - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int lastDash(byte[] id) {
        int at = id.length - 1;
        while (at >= 0 && id[at] != '-') {
            at--;
        }
        return at;
    }
}
