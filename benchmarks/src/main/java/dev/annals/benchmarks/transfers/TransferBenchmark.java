package dev.annals.benchmarks.transfers;

import bank.BankService;
import dev.annals.app.Application;
import dev.annals.broker.Broker;
import dev.annals.broker.BrokerSettings;
import dev.annals.embedded.EmbeddedBroker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Measures the bank's transfers, from the POST that asks for one to its last event, committed: five commands, and four reactions that
 * lead from one to the next. Beside it, in the same run, the time of a single command. Ends with 1 where a transfer takes more than so
 * many single commands.
 */
public final class TransferBenchmark {

    private static final int WARM_UP = 100;
    private static final int ONE_BY_ONE = 200;
    private static final int AT_ONCE = 2_000;
    private static final int ACCOUNTS = 100;
    private static final int OPENING_BALANCE = 1_000_000;

    /** What a transfer may be of a single command, at the median: there are five commands in it, and four reactions. */
    private static final double MEDIAN_RATIO = 8;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final Completions completions;

    private TransferBenchmark(URI service, Completions completions) {
        this.service = service;
        this.completions = completions;
    }

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("annals-transfers");
        boolean ahead;
        try (Broker broker = EmbeddedBroker.start(new BrokerSettings(directory.resolve("broker"), 0, false));
                Application application = Application.start(
                        BankService::new,
                        Map.of(
                                "http.port",
                                "0",
                                "kafka.bootstrap.servers",
                                broker.bootstrapServers(),
                                "kafka.state.dir",
                                directory.resolve("state").toString()));
                Completions completions = new Completions(broker.bootstrapServers())) {
            URI service =
                    URI.create("http://127.0.0.1:" + application.httpAddress().getPort());
            ahead = new TransferBenchmark(service, completions).run();
        }
        System.exit(ahead ? 0 : 1);
    }

    @SuppressWarnings("SystemOut") // The table is what is asked for.
    private boolean run() throws Exception {
        for (int i = 0; i < ACCOUNTS; i++) {
            deposit(i, OPENING_BALANCE);
        }
        double[] single = new double[ONE_BY_ONE];
        for (int i = 0; i < WARM_UP + ONE_BY_ONE; i++) {
            long start = System.nanoTime();
            deposit(i, 1);
            single[i % ONE_BY_ONE] = millis(start, System.nanoTime());
        }
        double[] transfers = new double[ONE_BY_ONE];
        for (int i = 0; i < WARM_UP + ONE_BY_ONE; i++) {
            long start = System.nanoTime();
            String id = request(i);
            transfers[i % ONE_BY_ONE] = millis(
                    start, completions.await(Set.of(id)).values().iterator().next());
        }
        print("one command", single);
        print("one transfer", transfers);
        double ratio = percentile(transfers, 50) / percentile(single, 50);
        System.out.printf("median, transfer / command: %.1f (at most %.0f)%n", ratio, MEDIAN_RATIO);
        System.out.printf("%d transfers at once: %.0f a second%n", AT_ONCE, perSecond());
        return ratio <= MEDIAN_RATIO;
    }

    private double perSecond() throws Exception {
        Map<String, Long> requested = new HashMap<>();
        long start = System.nanoTime();
        for (int i = 0; i < AT_ONCE; i++) {
            requested.put(requestAsync(i), System.nanoTime());
        }
        completions.await(requested.keySet());
        return AT_ONCE / (millis(start, System.nanoTime()) / 1_000);
    }

    private void deposit(int account, int amount) throws Exception {
        require(
                200,
                client.send(
                        command(
                                "/accounts",
                                "{\"_type\":\"Deposit\",\"account\":\"account-%d\",\"amount\":%d}"
                                        .formatted(account % ACCOUNTS, amount),
                                false),
                        BodyHandlers.ofString()));
    }

    private String request(int number) throws Exception {
        String id = UUID.randomUUID().toString();
        require(200, client.send(transfer(id, number, false), BodyHandlers.ofString()));
        return id;
    }

    /** Without waiting for what becomes of it. */
    private String requestAsync(int number) throws Exception {
        String id = UUID.randomUUID().toString();
        require(202, client.send(transfer(id, number, true), BodyHandlers.ofString()));
        return id;
    }

    private HttpRequest transfer(String id, int number, boolean async) {
        String body =
                "{\"_type\":\"RequestTransfer\",\"id\":\"%s\",\"from\":\"account-%d\",\"to\":\"account-%d\",\"amount\":1}"
                        .formatted(id, number % ACCOUNTS, (number + 1) % ACCOUNTS);
        return command("/transfers", body, async);
    }

    private HttpRequest command(String path, String body, boolean async) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path + "/commands"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return (async ? request.header("prefer", "respond-async") : request).build();
    }

    private static void require(int status, HttpResponse<String> reply) {
        if (reply.statusCode() != status) {
            throw new IllegalStateException("Not accepted: " + reply.statusCode() + " " + reply.body());
        }
    }

    @SuppressWarnings("SystemOut") // The table is what is asked for.
    private static void print(String name, double[] millis) {
        System.out.printf(
                "%-14s p50 %8.1f ms, p95 %8.1f ms, p99 %8.1f ms%n",
                name, percentile(millis, 50), percentile(millis, 95), percentile(millis, 99));
    }

    private static double percentile(double[] values, double percentile) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * percentile / 100))];
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
