package billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import billing.invoices.InvoiceCommand.AddLineItem;
import billing.invoices.InvoicesClient;
import dev.annals.client.ServiceClient;
import dev.annals.testkit.TestInstances;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list where partitions move between instances that keep it in one database. */
final class MovingTest {

    private static final int ROUNDS = 4;
    private static final int INVOICES = 30;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void eachEventIsAppliedOnce(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = kind.open(directory)) {
            Map<String, String> settings = new HashMap<>(database.settings());
            settings.put("sql.batch.events", "3");
            try (TestInstances instances = TestInstances.of(BillingService::new, settings)) {
                InvoicesClient invoices = client(instances);
                for (int round = 0; round < ROUNDS; round++) {
                    invoice(invoices, round);
                    // Events are applied here and there while partitions come and go.
                    InvoicesClient other = client(instances);
                    instances.stopFirst();
                    invoices = other;
                }
                Map<UUID, String> expected = expected();
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(database.rows()).isEqualTo(expected));
            }
        }
    }

    private static InvoicesClient client(TestInstances instances) {
        return new InvoicesClient(ServiceClient.of(instances.start().base()));
    }

    private static void invoice(InvoicesClient invoices, int round) {
        for (int i = 0; i < INVOICES; i++) {
            UUID id = new UUID(round, i);
            invoices.send(Orders.creation(id, "customer-" + i, Orders.item("1.50")));
            invoices.send(new AddLineItem(id, Orders.item(i + ".25")));
        }
    }

    private static Map<UUID, String> expected() {
        Map<UUID, String> rows = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            int of = round;
            IntStream.range(0, INVOICES)
                    .forEach(i -> rows.put(new UUID(of, i), "customer-%d %d.50 false".formatted(i, 3 + 2 * i)));
        }
        return rows;
    }
}
