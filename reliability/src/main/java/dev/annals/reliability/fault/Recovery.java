package dev.annals.reliability.fault;

import dev.annals.reliability.cluster.Cluster;
import dev.annals.reliability.cluster.Instance;
import dev.annals.reliability.load.Teller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;

/** Measures how long it takes after a kill until a command for one of the killed instance's keys succeeds again. */
final class Recovery {

    private static final Pattern INSTANCE =
            Pattern.compile("\"port\":(\\d+),\"local\":\\w+,\"stores\":[^]]*],\"active\":\\[([^]]*)]");
    private static final Pattern PARTITION = Pattern.compile("accounts\\.commands-(\\d+)");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<String> accounts;
    private final Teller prober;

    Recovery(List<String> accounts, Teller prober) {
        this.accounts = List.copyOf(accounts);
        this.prober = prober;
    }

    /** An account that this instance owns, by what another says; empty while partitions move. */
    Optional<String> accountOf(Instance owner, URI asked) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(asked.resolve("/instances"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            String json = http.send(request, BodyHandlers.ofString()).body();
            Matcher instance = INSTANCE.matcher(json);
            while (instance.find()) {
                if (Integer.parseInt(instance.group(1)) == owner.port()) {
                    Matcher partition = PARTITION.matcher(instance.group(2));
                    return partition.find() ? accountIn(Integer.parseInt(partition.group(1))) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** How long it takes from now until a command for the account is acknowledged. */
    Duration measure(String account) throws InterruptedException {
        long started = System.nanoTime();
        prober.deposit(account, 1);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private Optional<String> accountIn(int partition) {
        return accounts.stream()
                .filter(account ->
                        Utils.toPositive(Utils.murmur2(account.getBytes(StandardCharsets.UTF_8))) % Cluster.PARTITIONS
                                == partition)
                .findFirst();
    }
}
