package dev.annals.reliability.fault;

import dev.annals.reliability.cluster.Cluster;
import dev.annals.reliability.cluster.Instance;
import dev.annals.reliability.load.History;
import dev.annals.reliability.load.Teller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Does harm to a cluster, one thing after another, and leaves it whole. Used by one thread. */
public final class Mayhem {

    private static final long LONGER_THAN_A_SESSION_MS = 9_000;

    private final Cluster cluster;
    private final History history;
    private final List<String> accounts;
    private final Random random;
    private final Recovery recovery;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final List<Duration> recoveries = new ArrayList<>();

    public Mayhem(Cluster cluster, History history, List<String> accounts, Random random, Teller prober) {
        this.cluster = cluster;
        this.history = history;
        this.accounts = List.copyOf(accounts);
        this.random = random;
        this.recovery = new Recovery(accounts, prober);
    }

    /** Does harm for so long. */
    public void run(Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        Fault[] faults = Fault.values();
        try (Poison poison = new Poison(cluster.brokers().bootstrapServers(), history)) {
            int next = 0;
            while (System.nanoTime() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1500));
                // A kill every other time; the rest by turns.
                Fault fault = next % 2 == 0 ? Fault.KILL : faults[1 + next / 2 % (faults.length - 1)];
                next++;
                if (fault != Fault.LOSE_BROKER || cluster.brokers().count() > 1) {
                    inflict(fault, poison);
                    done.merge(fault, 1, Integer::sum);
                }
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

    private void inflict(Fault fault, Poison poison) throws Exception {
        Instance instance =
                cluster.instances().get(random.nextInt(cluster.instances().size()));
        switch (fault) {
            case KILL -> kill(instance);
            case RESTART -> {
                instance.terminate();
                instance.start();
                cluster.awaitReady();
            }
            case FREEZE -> {
                instance.freeze();
                TimeUnit.MILLISECONDS.sleep(LONGER_THAN_A_SESSION_MS);
                instance.thaw();
            }
            case LOSE_BROKER -> {
                int broker = random.nextInt(cluster.brokers().count());
                cluster.brokers().kill(broker);
                TimeUnit.MILLISECONDS.sleep(1_000 + random.nextInt(5_000));
                cluster.brokers().restart(broker);
            }
            case BURST -> new Burst(history).send(instance.address(), accounts);
            case POISON -> poison.write(accounts.get(random.nextInt(accounts.size())));
        }
    }

    private void kill(Instance instance) throws InterruptedException {
        Optional<String> account = cluster.instances().stream()
                .filter(other -> other != instance)
                .findFirst()
                .flatMap(other -> account(instance, other));
        instance.kill();
        if (account.isPresent() && random.nextBoolean()) {
            // The others have to do it.
            recoveries.add(recovery.measure(account.get()));
        }
        instance.start();
        if (random.nextBoolean()) {
            cluster.awaitReady();
        }
    }

    private Optional<String> account(Instance owner, Instance asked) {
        try {
            return recovery.accountOf(owner, asked.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
