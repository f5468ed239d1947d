package dev.annals.reliability;

import dev.annals.reliability.check.HttpCheck;
import dev.annals.reliability.check.Invariants;
import dev.annals.reliability.check.Recorded;
import dev.annals.reliability.check.TopicReader;
import dev.annals.reliability.check.TransferInvariants;
import dev.annals.reliability.cluster.Cluster;
import dev.annals.reliability.cluster.Instance;
import dev.annals.reliability.cluster.Settled;
import dev.annals.reliability.fault.Mayhem;
import dev.annals.reliability.load.Ballast;
import dev.annals.reliability.load.Caller;
import dev.annals.reliability.load.History;
import dev.annals.reliability.load.Payments;
import dev.annals.reliability.load.Reader;
import dev.annals.reliability.load.Requests;
import dev.annals.reliability.load.Teller;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Runs the bank on real brokers and in processes of its own, has callers move money, does harm meanwhile, and then checks by the
 * topics and by HTTP that every promise was kept. Ends with 1 where one was not, or, of a variant that breaks one, where that was
 * not noticed.
 */
public final class Harness {

    private static final int ACCOUNTS = 60;
    private static final int OPENING_BALANCE = 200;
    private static final String FULL = "account-full";
    private static final int MOST_IN_AN_ACCOUNT = 1_000_000_000;
    private static final Duration TO_FINISH = Duration.ofMinutes(3);

    private final Options options;
    private final Path directory;
    private final History history = new History();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicLong giveUpAt =
            new AtomicLong(System.nanoTime() + Duration.ofHours(2).toNanos());
    private final List<String> accounts =
            IntStream.range(0, ACCOUNTS).mapToObj(i -> "account-" + i).toList();

    private Harness(Options options, Path directory) {
        this.options = options;
        this.directory = directory;
    }

    /**
     * Arguments, each of them optional: {@code seconds=600 brokers=3 instances=3 standbys=1 membership=static ballast=1000
     * pace=relentless tellers=8 variant=kept seed=1}.
     */
    @SuppressWarnings("SystemOut") // The table is what is asked for.
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        Path directory = Files.createTempDirectory("annals-reliability");
        Report report = run(options, directory);
        System.out.print(report.text());
        System.out.println("logs                 " + directory);
        boolean asExpected = report.violations().isEmpty() == (options.variant() == Variant.KEPT);
        System.exit(asExpected ? 0 : 1);
    }

    /** Runs it in this directory. */
    public static Report run(Options options, Path directory) throws Exception {
        return new Harness(options, directory).run();
    }

    private Report run() throws Exception {
        try (Cluster cluster = Cluster.start(options, directory)) {
            List<URI> instances =
                    cluster.instances().stream().map(Instance::address).toList();
            Random random = new Random(options.seed());
            Teller prober = teller(instances, random);
            for (String account : accounts) {
                prober.deposit(account, OPENING_BALANCE);
            }
            prober.deposit(FULL, MOST_IN_AN_ACCOUNT);
            Ballast.open(cluster.brokers().bootstrapServers(), options.ballast(), history);
            Mayhem mayhem = new Mayhem(options, cluster, history, accounts, new Random(random.nextLong()), prober);
            List<Thread> tellers = startLoad(instances, cluster.brokers().bootstrapServers(), random);
            try {
                mayhem.run(options.duration());
            } finally {
                stop(tellers);
            }
            cluster.awaitReady();
            Settled.await(cluster.brokers().bootstrapServers());
            Recorded recorded = new TopicReader(cluster.brokers().bootstrapServers()).read();
            return new Report(
                    options,
                    mayhem.done(),
                    mayhem.recoveries(),
                    history,
                    recorded.events().size(),
                    TransferInvariants.ends(recorded),
                    violations(recorded, instances));
        }
    }

    private List<Thread> startLoad(List<URI> instances, String bootstrapServers, Random random) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < options.tellers(); i++) {
            threads.add(started(teller(instances, new Random(random.nextLong())), "teller-" + i));
        }
        for (int i = 0; i < options.tellers(); i++) {
            Random own = new Random(random.nextLong());
            Caller caller = new Caller(instances, own, history, giveUpAt::get);
            threads.add(started(new Reader(caller, history, accounts, own, open::get), "reader-" + i));
        }
        threads.add(started(
                new Payments(bootstrapServers, history, accounts, new Random(random.nextLong()), open::get),
                "payments"));
        if (options.variant().hasReactions()) {
            Random own = new Random(random.nextLong());
            threads.add(started(new Requests(bootstrapServers, history, accounts, FULL, own, open::get), "requests"));
        }
        return threads;
    }

    private static Thread started(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.start();
        return thread;
    }

    private Teller teller(List<URI> instances, Random random) {
        Caller caller = new Caller(instances, random, history, giveUpAt::get);
        return new Teller(caller, history, accounts, random, options.variant().hasReactions(), open::get);
    }

    private void stop(List<Thread> tellers) throws InterruptedException {
        open.set(false);
        giveUpAt.set(System.nanoTime() + TO_FINISH.toNanos());
        for (Thread teller : tellers) {
            teller.join();
        }
    }

    private List<String> violations(Recorded recorded, List<URI> instances) throws Exception {
        List<String> violations = new ArrayList<>(history.complaints());
        violations.addAll(Invariants.violations(history.commands(), history.poison(), recorded));
        violations.addAll(TransferInvariants.violations(history.transfers(), recorded));
        for (URI instance : instances) {
            violations.addAll(new HttpCheck(instance).violations(Invariants.fold(recorded.events())));
        }
        return violations;
    }
}
