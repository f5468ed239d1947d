package shop.orders;

import dev.annals.http.AggregateEndpoints;
import dev.annals.http.Routes;
import javax.annotation.processing.Generated;

/** The HTTP routes of {@code shop.orders}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class OrdersRoutes {

    private OrdersRoutes() {}

    public static void addTo(Routes routes, AggregateEndpoints<OrderId, OrderCommand, OrderEvent, Order> orders) {
        routes.post(
                "/orders/commands",
                orders.commands(
                        OrdersCommandJson::read,
                        OrdersEventJson::write,
                        OrdersRoutes::answersWithArray));
        routes.get(
                "/orders/events/one/{messageId}",
                orders.outcome(OrdersEventJson::write, OrdersRoutes::answersWithArray));
        routes.get("/orders/one/{key}", orders.one(OrdersSnapshotJson::writeFields));
        routes.get("/orders/all", orders.all(OrdersSnapshotJson::writeFields));
        routes.get("/orders/events", orders.events(OrdersEventJson::writeFields));
        routes.get("/orders/one/{key}/events", orders.eventsOfOne(OrdersEventJson::writeFields));
    }

    /** Whether {@code decide} may return several events, or none, and not just one. */
    private static boolean answersWithArray(OrderCommand command) {
        return command instanceof OrderCommand.AddLines
                || command instanceof OrderCommand.RateOrder
                || command instanceof OrderCommand.PauseOrder;
    }
}
