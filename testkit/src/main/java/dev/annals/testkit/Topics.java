package dev.annals.testkit;

import java.util.List;

/** The topics behind a service under test: those of a broker, or those of a topology without one. */
interface Topics {

    /** Writes records, in this order, and returns when they are written. */
    void write(String topic, List<RawMessage> records);

    /** All committed records of a topic, in the order of each of its partitions. */
    List<RawMessage> read(String topic);
}
