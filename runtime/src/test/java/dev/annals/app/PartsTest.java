package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts stop the other way round, whatever becomes of one of them. */
class PartsTest {

    private final Parts parts = new Parts();
    private final List<String> closed = new ArrayList<>();

    @Test
    void errorOfOneDoesNotKeepTheOthersFromStopping() {
        add("first", () -> {});
        add("second", () -> {
            throw new NoClassDefFoundError("gone/Away");
        });
        add("third", () -> {
            throw new IllegalStateException("cannot");
        });

        parts.close();

        assertThat(closed).containsExactly("third", "second", "first");
    }

    private void add(String name, Runnable close) {
        AutoCloseable unused = parts.add(name, () -> {
            closed.add(name);
            close.run();
        });
    }
}
