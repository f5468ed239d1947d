package dev.annals.reliability.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.annals.json.Json;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import dev.annals.reliability.check.Recorded.Snapshot;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what an instance answers with what the events lead to. */
public final class HttpCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int PAGE = 1_000;
    private static final int MOST_SINGLE_READS = 500;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI instance;

    public HttpCheck(URI instance) {
        this.instance = instance;
    }

    private record Balance(String account, long version, BigDecimal balance) {

        static Balance of(JsonValue json) {
            JsonObject fields = json.asObject("_key", "_version", "balance");
            return new Balance(
                    fields.required("_key", JsonValue::asString),
                    fields.required("_version", JsonValue::asLong),
                    fields.required("balance", JsonValue::asBigDecimal));
        }

        boolean isOf(Snapshot snapshot) {
            return version == snapshot.version()
                    && balance.compareTo(snapshot.account().balance()) == 0;
        }
    }

    /** All violations, by pages of all accounts and single reads of some. */
    public List<String> violations(Map<String, Snapshot> expected) throws IOException, InterruptedException {
        List<String> violations = new ArrayList<>();
        Map<String, Balance> paged = pages();
        if (!paged.keySet().equals(expected.keySet())) {
            violations.add("%s shows %d accounts, and there are %d".formatted(instance, paged.size(), expected.size()));
        }
        expected.forEach((account, snapshot) -> {
            Balance found = paged.get(account);
            if (found == null || !found.isOf(snapshot)) {
                violations.add("%s shows on a page %s, and the events lead to %s".formatted(instance, found, snapshot));
            }
        });
        for (String account :
                expected.keySet().stream().sorted().limit(MOST_SINGLE_READS).toList()) {
            Balance found = Balance.of(Json.parse(get("/accounts/one/" + account)));
            if (!found.isOf(requireNonNull(expected.get(account)))) {
                violations.add(
                        "%s shows %s, and the events lead to %s".formatted(instance, found, expected.get(account)));
            }
        }
        return violations;
    }

    private Map<String, Balance> pages() throws IOException, InterruptedException {
        Map<String, Balance> found = new HashMap<>();
        String after = "";
        while (true) {
            List<Balance> page =
                    Json.parse(get("/accounts/all?limit=" + PAGE + after)).asList(Balance::of);
            page.forEach(balance -> found.put(balance.account(), balance));
            if (page.size() < PAGE) {
                return found;
            }
            after = "&after=" + page.get(page.size() - 1).account();
        }
    }

    /** Partitions may still move: the service says so, and is asked again. */
    private byte[] get(String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var response = http.send(
                    HttpRequest.newBuilder(instance.resolve(path))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return response.body();
            } else if (response.statusCode() != 503 || System.nanoTime() - deadline > 0) {
                throw new IOException("%s%s is answered with %d: %s"
                        .formatted(instance, path, response.statusCode(), new String(response.body(), UTF_8)));
            }
        }
    }
}
