package dev.annals.benchmarks.serde;

import dev.annals.benchmarks.orders.Address;
import dev.annals.benchmarks.orders.Channel;
import dev.annals.benchmarks.orders.Line;
import dev.annals.benchmarks.orders.OrderEvent.OrderPlaced;
import dev.annals.benchmarks.orders.OrderEvent.PaymentReceived;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events with the text that shops have: mostly ASCII, some of it not. The same number gives the same event. */
final class SampleOrders {

    private static final List<String> NAMES =
            List.of("Ada Lovelace", "Grace Brewster Murray Hopper", "Jürgen Groß", "Edsger Dijkstra");
    private static final List<String> STREETS =
            List.of("12 Station Road", "1600 Amphitheatre Parkway, Building 43", "Hauptstraße 7", "5 High Street");
    private static final List<String> CITIES = List.of("Ely", "Mountain View", "Berlin", "Stratford-upon-Avon");
    private static final List<Channel> CHANNELS = List.of(Channel.values());
    private static final int LINES = 3;

    private SampleOrders() {}

    static OrderPlaced placed(int number) {
        Random random = new Random(number);
        return new OrderPlaced(
                new UUID(random.nextLong(), random.nextLong()),
                one(NAMES, random),
                one(CHANNELS, random),
                Instant.ofEpochSecond(1_764_000_000 + random.nextInt(1_000_000), random.nextInt(1_000_000) * 1_000L),
                new Address(one(STREETS, random), one(CITIES, random), "CB7 " + random.nextInt(1_000), "GB"),
                IntStream.range(0, LINES).mapToObj(i -> line(random)).toList(),
                amount(random, 10_000_000),
                random.nextInt(100_000),
                random.nextBoolean() ? Optional.of("WELCOME-" + random.nextInt(100)) : Optional.empty());
    }

    static PaymentReceived paid(int number) {
        return new PaymentReceived(amount(new Random(number), 10_000_000));
    }

    private static Line line(Random random) {
        return new Line("article-" + random.nextInt(1_000_000), 1 + random.nextInt(5), amount(random, 100_000));
    }

    private static BigDecimal amount(Random random, int bound) {
        return BigDecimal.valueOf(random.nextInt(bound), 2);
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
