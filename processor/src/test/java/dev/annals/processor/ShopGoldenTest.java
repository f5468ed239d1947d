package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is generated for a domain of all that there can be: the files that tell most, of some fifty. */
class ShopGoldenTest {

    static final Domain SHOP = Domain.in("src/test/resources/shop");

    private static final List<String> TELLING = List.of(
            "META-INF/annals/shop.orders.OrderEvent.EverythingRecorded.avsc",
            "META-INF/annals/shop.orders.OrderEvent.OrderPlaced.avsc",
            "shop/ShopService.java",
            "shop/ShopTopology.java",
            "shop/orders/OrdersAggregate.java",
            "shop/orders/OrdersCommandJson.java",
            "shop/orders/OrdersEventJson.java",
            "shop/orders/OrdersRoutes.java",
            "shop/orders/OrdersValueJson.java",
            "shop/orders/OrdersValueCodec.java",
            "shop/stock/ShopAggregate.java",
            "shop/stock/ShopCommandJson.java",
            "shop/tills/OpenTillsAggregate.java",
            "shop/tills/OpenTillsEventCodec.java",
            "shop/tills/OpenTillsSnapshotJson.java");

    @Test
    void compilesWithoutAWarning() {
        compile(SHOP, "-Xlint:-processing", "-Werror", "--release", "17").isClean();
    }

    @Test
    void generatesTheGoldens() {
        SortedMap<String, String> generated = new TreeMap<>(compile(SHOP).generated());
        generated.keySet().retainAll(TELLING);

        Goldens.of("shop").match(generated);
    }
}
