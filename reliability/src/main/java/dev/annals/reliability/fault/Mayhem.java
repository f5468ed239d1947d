package dev.annals.reliability.fault;

import dev.annals.reliability.Options;
import dev.annals.reliability.Options.Membership;
import dev.annals.reliability.Options.Pace;
import dev.annals.reliability.cluster.Cluster;
import dev.annals.reliability.cluster.Instance;
import dev.annals.reliability.load.History;
import dev.annals.reliability.load.Teller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does harm to a cluster, one thing after another, and leaves it whole. Used by one thread. */
public final class Mayhem {

    private static final int KILLS_PER_OTHER_FAULT = 2;
    private static final int MOST_BETWEEN_KILLS_MS = 8_000;
    private static final long LONGER_THAN_A_SESSION_MS = 9_000;

    private final Options options;
    private final Cluster cluster;
    private final History history;
    private final List<String> accounts;
    private final Random random;
    private final List<Fault> others;
    private final Recovery recovery;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final List<Duration> recoveries = new ArrayList<>();

    public Mayhem(
            Options options, Cluster cluster, History history, List<String> accounts, Random random, Teller prober) {
        this.options = options;
        this.cluster = cluster;
        this.history = history;
        this.accounts = List.copyOf(accounts);
        this.random = random;
        this.others = Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.KILL)
                .filter(fault -> fault != Fault.LOSE_BROKER || cluster.brokers().count() > 1)
                .toList();
        this.recovery = new Recovery(accounts, prober);
    }

    /** Does harm for so long. */
    public void run(Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
        try (Poison poison = new Poison(cluster.brokers().bootstrapServers(), history)) {
            for (int i = 1; System.nanoTime() - end < 0; i++) {
                awaitTime();
                kill(anyInstance());
                count(Fault.KILL);
                if (i % KILLS_PER_OTHER_FAULT == 0) {
                    Fault fault = others.get(i / KILLS_PER_OTHER_FAULT % others.size());
                    inflict(fault, poison, later);
                    count(fault);
                }
            }
        } finally {
            // What was frozen or lost comes back before the end.
            later.shutdown();
            if (!later.awaitTermination(2, TimeUnit.MINUTES)) {
                history.complain("What was harmed did not come back");
            }
        }
    }

    /** How often each harm was done. */
    public Map<Fault, Integer> done() {
        return Map.copyOf(done);
    }

    /** How long it took after each kill until a command for one of its keys succeeded. */
    public List<Duration> recoveries() {
        return List.copyOf(recoveries);
    }

    private void awaitTime() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(MOST_BETWEEN_KILLS_MS / 4 + random.nextInt(MOST_BETWEEN_KILLS_MS * 3 / 4));
        if (options.pace() == Pace.RECOVERED) {
            cluster.awaitReady();
        }
    }

    private void inflict(Fault fault, Poison poison, ScheduledExecutorService later) throws Exception {
        Instance instance = anyInstance();
        switch (fault) {
            case KILL -> throw new IllegalArgumentException("It has a pace of its own");
            case RESTART -> {
                instance.terminate();
                instance.start();
            }
            case FREEZE -> {
                instance.freeze();
                after(LONGER_THAN_A_SESSION_MS, instance::thaw, later);
            }
            case LOSE_BROKER -> {
                int broker = random.nextInt(cluster.brokers().count());
                cluster.brokers().kill(broker);
                after(1_000 + random.nextInt(5_000), () -> cluster.brokers().restart(broker), later);
            }
            case BURST -> after(0, () -> new Burst(history).send(instance.address(), accounts), later);
            case POISON -> poison.write(anyAccount());
        }
    }

    private void after(long delayMs, Callable task, ScheduledExecutorService later) {
        Future<?> unused = later.schedule(
                () -> {
                    try {
                        task.call();
                    } catch (Exception e) {
                        history.complain("What was to come back did not: " + e);
                    }
                },
                delayMs,
                TimeUnit.MILLISECONDS);
    }

    private void kill(Instance instance) throws InterruptedException {
        Optional<String> account = options.pace() == Pace.RECOVERED ? accountOf(instance) : Optional.empty();
        instance.kill();
        if (account.isPresent() && options.membership() == Membership.DYNAMIC) {
            // The others have to do it.
            recoveries.add(recovery.measure(account.get()));
        }
        instance.start();
        if (account.isPresent() && options.membership() == Membership.STATIC) {
            recoveries.add(recovery.measure(account.get()));
        }
    }

    private Optional<String> accountOf(Instance owner) throws InterruptedException {
        for (Instance other : cluster.instances()) {
            if (other != owner) {
                return recovery.accountOf(owner, other.address());
            }
        }
        return Optional.empty();
    }

    private Instance anyInstance() {
        return cluster.instances().get(random.nextInt(cluster.instances().size()));
    }

    private String anyAccount() {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private void count(Fault fault) {
        done.merge(fault, 1, Integer::sum);
    }

    /** A task that may fail. */
    private interface Callable {
        void call() throws Exception;
    }
}
