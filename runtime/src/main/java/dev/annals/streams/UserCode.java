package dev.annals.streams;

import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Calls what users have written. */
public final class UserCode {

    private UserCode() {}

    /** The result; what Kafka Streams would end its thread for without asking, and is only one record's fault, as an exception. */
    public static <T extends @Nullable Object> T call(Supplier<T> code) {
        try {
            return code.get();
        } catch (ClassCastException | LinkageError | AssertionError | StackOverflowError e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    /**
     * Lets an event pass.
     *
     * @throws IllegalArgumentException when it has no key or no value
     */
    public static void requireWhole(Record<?, ?> record) {
        if (record.key() == null || record.value() == null) {
            throw new IllegalArgumentException("The record of an event has a key and a value, and this one has not");
        }
    }
}
