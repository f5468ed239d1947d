package shop;

import dev.annals.aggregate.AggregateRuntime;
import javax.annotation.processing.Generated;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import shop.orders.Order;
import shop.orders.OrderCommand;
import shop.orders.OrderEvent;
import shop.orders.OrderId;
import shop.stock.Article;
import shop.tills.Till;

/**
 * The Kafka Streams topology of the service {@code shop}: for each aggregate a processor that takes its commands
 * and writes its events, its snapshots and its dead letters.
 */
@Generated("dev.annals.processor.AnnalsProcessor")
final class ShopTopology {

    private ShopTopology() {}

    static Topology build(
            int partitions,
            AggregateRuntime<Integer, Article.Command, Article.Event, Article> shop,
            AggregateRuntime<Till.Number, Till.Command, Till.Event, Till> openTills,
            AggregateRuntime<OrderId, OrderCommand, OrderEvent, Order> orders) {
        Topology topology = new Topology();
        addShop(topology, partitions, shop);
        addOpenTills(topology, partitions, openTills);
        addOrders(topology, partitions, orders);
        return topology;
    }

    private static void addShop(
            Topology topology,
            int partitions,
            AggregateRuntime<Integer, Article.Command, Article.Event, Article> shop) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSource("shop-commands", in, in, "shop.commands")
                .addProcessor("shop", shop.processor(partitions), "shop-commands")
                .addSink("shop-events", "shop.events", out, out, "shop")
                .addSink("shop-snapshots", "shop.snapshots", out, out, "shop")
                .addSink("shop-dead-letters", "shop.dead-letters", out, out, "shop");
    }

    private static void addOpenTills(
            Topology topology,
            int partitions,
            AggregateRuntime<Till.Number, Till.Command, Till.Event, Till> openTills) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSource("open-tills-commands", in, in, "shop.open-tills.commands")
                .addProcessor("open-tills", openTills.processor(partitions), "open-tills-commands")
                .addSink("open-tills-events", "shop.open-tills.events", out, out, "open-tills")
                .addSink("open-tills-snapshots", "shop.open-tills.snapshots", out, out, "open-tills")
                .addSink("open-tills-dead-letters", "shop.open-tills.dead-letters", out, out, "open-tills");
    }

    private static void addOrders(
            Topology topology, int partitions, AggregateRuntime<OrderId, OrderCommand, OrderEvent, Order> orders) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSource("orders-commands", in, in, "shop.orders.commands")
                .addProcessor("orders", orders.processor(partitions), "orders-commands")
                .addSink("orders-events", "shop.orders.events", out, out, "orders")
                .addSink("orders-snapshots", "shop.orders.snapshots", out, out, "orders")
                .addSink("orders-dead-letters", "shop.orders.dead-letters", out, out, "orders");
    }
}
