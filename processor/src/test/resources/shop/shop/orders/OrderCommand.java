package shop.orders;

import dev.annals.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import shop.Money;

/** What can be asked of an order. */
public sealed interface OrderCommand {

    /** Commands of an order that is there; their key is a component. */
    sealed interface Change extends OrderCommand {}

    /** Commands that end an order, one way or the other. */
    sealed interface End extends Change {}

    record PlaceOrder(@Key OrderId order, String customer, List<Line> lines, Optional<String> note)
            implements OrderCommand {
        public PlaceOrder {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("An order has at least one line");
            }
        }
    }

    record AddLines(@Key OrderId order, List<Line> lines) implements Change {}

    record CancelOrder(@Key OrderId order, @Nullable String reason) implements End {}

    record ShipOrder(@Key OrderId order) implements End {}

    record RateOrder(@Key OrderId order, int stars) implements Change {}

    record PauseOrder(@Key OrderId order) implements Change {}

    record RecordEverything(@Key OrderId order, Everything everything) implements OrderCommand {}

    /** A line of an order. */
    record Line(String article, int count, Money price, Map<String, @Nullable String> options) {}
}
