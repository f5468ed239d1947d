package dev.annals.reliability.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All that callers remember. Safe for use by several threads. */
public final class History {

    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<Transfer> transfers = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final Map<String, Boolean> poison = new ConcurrentHashMap<>();
    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();

    void add(Command command) {
        commands.add(command);
    }

    void add(Transfer transfer) {
        transfers.add(transfer);
    }

    public List<Transfer> transfers() {
        return List.copyOf(transfers);
    }

    /** An account has been seen to have this version. */
    void seen(String account, long version) {
        versions.merge(account, version, Math::max);
    }

    /** The highest version that an account has been seen to have; 0 where it was never seen. */
    long version(String account) {
        return versions.getOrDefault(account, 0L);
    }

    void retried() {
        retries.incrementAndGet();
    }

    void answered() {
        answered.incrementAndGet();
    }

    void read() {
        reads.incrementAndGet();
    }

    void repeated() {
        repeated.incrementAndGet();
    }

    /** Something that a caller should not have seen. */
    public void complain(String what) {
        complaints.add(what);
    }

    /** A record that is no command was written under this id. */
    public void poisoned(String id) {
        poison.put(id, true);
    }

    public List<Command> commands() {
        return List.copyOf(commands);
    }

    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The ids of the records that are no commands. */
    public List<String> poison() {
        return List.copyOf(poison.keySet());
    }

    /** How often a request was sent again because there was no answer. */
    public long retries() {
        return retries.get();
    }

    /** How many commands were answered over HTTP. */
    public long answers() {
        return answered.get();
    }

    /** How many reads were compared with what had been acknowledged. */
    public long reads() {
        return reads.get();
    }

    /** How many commands were sent again after their answer, to compare the two. */
    public long repeats() {
        return repeated.get();
    }
}
