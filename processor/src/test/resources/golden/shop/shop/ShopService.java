package shop;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.http.Routes;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.Topology;
import shop.orders.Order;
import shop.orders.OrderCommand;
import shop.orders.OrderEvent;
import shop.orders.OrderId;
import shop.orders.OrdersAggregate;
import shop.orders.OrdersRoutes;
import shop.stock.Article;
import shop.stock.ShopAggregate;
import shop.stock.ShopRoutes;
import shop.tills.OpenTillsAggregate;
import shop.tills.OpenTillsRoutes;
import shop.tills.Till;

/** The service {@code shop}: its aggregates, its topology and its HTTP routes. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class ShopService implements Service {

    private final AggregateRuntime<Integer, Article.Command, Article.Event, Article> shop;

    private final AggregateRuntime<Till.Number, Till.Command, Till.Event, Till> openTills;

    private final AggregateRuntime<OrderId, OrderCommand, OrderEvent, Order> orders;

    public ShopService(Engine engine) {
        this.shop = new AggregateRuntime<>(new ShopAggregate(), engine);
        this.openTills = new AggregateRuntime<>(new OpenTillsAggregate(), engine);
        this.orders = new AggregateRuntime<>(new OrdersAggregate(), engine);
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
        return List.of(shop, openTills, orders);
    }

    @Override
    public Topology topology(int partitions) {
        return ShopTopology.build(partitions, shop, openTills, orders);
    }

    @Override
    public void addRoutes(Routes routes, Endpoints endpoints) {
        ShopRoutes.addTo(routes, endpoints.of(shop));
        OpenTillsRoutes.addTo(routes, endpoints.of(openTills));
        OrdersRoutes.addTo(routes, endpoints.of(orders));
    }

    @Override
    public Optional<Service.ExampleRequest> example() {
        return Optional.of(new Service.ExampleRequest(
                "/commands",
                "{\"_type\":\"Take\",\"number\":100,\"count\":100,\"price\":{\"amount\":100,\"currency\":\"EUR\"}}"));
    }
}
