package shop.orders;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.EventSourced;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.orders.OrderCommand.AddLines;
import shop.orders.OrderCommand.Change;
import shop.orders.OrderCommand.End;
import shop.orders.OrderCommand.Line;
import shop.orders.OrderCommand.PlaceOrder;
import shop.orders.OrderCommand.RateOrder;
import shop.orders.OrderCommand.RecordEverything;
import shop.orders.OrderCommand.ShipOrder;
import shop.orders.OrderEvent.AlreadyRated;
import shop.orders.OrderEvent.Ended;
import shop.orders.OrderEvent.EverythingRecorded;
import shop.orders.OrderEvent.LineAdded;
import shop.orders.OrderEvent.OrderCancelled;
import shop.orders.OrderEvent.OrderPlaced;
import shop.orders.OrderEvent.OrderRated;
import shop.orders.OrderEvent.OrderShipped;
import shop.orders.OrderEvent.TooManyLines;

/** An order: placed, changed, and in the end gone. */
@EventSourced(
        service = "shop",
        name = "orders",
        commands = OrderCommand.class,
        events = OrderEvent.class,
        history = true)
public record Order(String customer, List<Line> lines, @Nullable Integer stars, @Nullable Everything everything) {

    private static final int MOST = 3;

    /** Creates: the state is none of its parameters. */
    static OrderEvent decide(PlaceOrder command, CommandContext context) {
        return new OrderPlaced(command.customer(), command.lines(), command.note(), context.newId());
    }

    List<? extends OrderEvent> decide(AddLines command) {
        return lines.size() + command.lines().size() > MOST
                ? List.of(new TooManyLines(lines.size() + command.lines().size(), MOST))
                : command.lines().stream().map(LineAdded::new).toList();
    }

    /** Takes all of a group but those with a handler of their own. */
    Decision<OrderEvent> decide(Change command) {
        return Decision.reject("not-now", "An order takes no " + command.getClass().getSimpleName());
    }

    OrderCancelled decide(End command) {
        return new OrderCancelled(command instanceof OrderCommand.CancelOrder cancel ? cancel.reason() : null);
    }

    OrderShipped decide(ShipOrder command, CommandContext context) {
        return new OrderShipped();
    }

    Decision<OrderEvent> decide(RateOrder command, CommandContext context) {
        if (command.stars() > 5) {
            return Decision.reject("too-many-stars", "There are five");
        }
        return Decision.accept(stars == null ? new OrderRated(command.stars()) : new AlreadyRated());
    }

    /** Takes either. */
    static EverythingRecorded decide(@Nullable Order order, RecordEverything command) {
        return new EverythingRecorded(command.everything());
    }

    static Order evolve(OrderPlaced event) {
        return new Order(event.customer(), event.lines(), null, null);
    }

    Order evolve(LineAdded event) {
        List<Line> all = new ArrayList<>(lines);
        all.add(event.line());
        return new Order(customer, List.copyOf(all), stars, everything);
    }

    @Nullable
    Order evolve(Ended event) {
        return null;
    }

    Order evolve(OrderRated event) {
        return new Order(customer, lines, event.stars(), everything);
    }

    static Order evolve(@Nullable Order order, EverythingRecorded event) {
        return order == null
                ? new Order("", List.of(), null, event.everything())
                : new Order(order.customer, order.lines, order.stars, event.everything());
    }
}
