package dev.annals.sql;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The events that are to be applied next: together, or, where one of them has failed, one after another. Used by one thread. */
final class Batch {

    private final Deque<ConsumerRecord<byte[], byte[]>> events = new ArrayDeque<>();
    private boolean together = true;
    private int attempts;
    private boolean setAside;

    void add(ConsumerRecord<byte[], byte[]> event) {
        events.add(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    int size() {
        return events.size();
    }

    /** What is to be applied in one transaction. */
    List<ConsumerRecord<byte[], byte[]>> next() {
        return together ? List.copyOf(events) : List.of(events.getFirst());
    }

    boolean isTriedTogether() {
        return together && events.size() > 1;
    }

    /** From now on, until they are done with, one after another. */
    void split() {
        together = false;
        attempts = 0;
    }

    /** The next one has failed alone; returns how often it has. */
    int failed() {
        return ++attempts;
    }

    /** The next one is a dead letter already, and only to be passed over. */
    boolean isSetAside() {
        return setAside;
    }

    void setAside() {
        setAside = true;
    }

    /** What was to be applied is done with. */
    void done() {
        if (together) {
            events.clear();
        } else {
            events.removeFirst();
        }
        begin();
    }

    void clear() {
        events.clear();
        begin();
    }

    /** Events of these partitions are others' to apply. */
    void left(Collection<TopicPartition> partitions) {
        Set<TopicPartition> gone = Set.copyOf(partitions);
        ConsumerRecord<byte[], byte[]> head = events.peek();
        events.removeIf(event -> gone.contains(Transactions.partition(event)));
        if (events.peek() != head) {
            begin();
        }
    }

    private void begin() {
        attempts = 0;
        setAside = false;
        together |= events.isEmpty();
    }
}
