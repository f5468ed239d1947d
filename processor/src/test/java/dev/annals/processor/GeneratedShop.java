package dev.annals.processor;

import dev.annals.CommandContext;
import dev.annals.aggregate.Aggregate;
import dev.annals.json.Json;
import dev.annals.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The shop, compiled with what was generated for it, and loaded. */
final class GeneratedShop {

    private static final Compiled SHOP = Compiled.compile(ShopGoldenTest.SHOP);
    private static final GeneratedClasses CLASSES = new GeneratedClasses(SHOP.compilation());

    private GeneratedShop() {}

    /** Orders: without an initial state, and with messages of each kind. */
    static Aggregate<Object, Object, Object, Object> orders() {
        return CLASSES.aggregate("shop.orders.OrdersAggregate");
    }

    /** Articles: with an initial state. */
    static Aggregate<Object, Object, Object, Object> articles() {
        return CLASSES.aggregate("shop.stock.ShopAggregate");
    }

    static Aggregate<Object, Object, Object, Object> tills() {
        return CLASSES.aggregate("shop.tills.OpenTillsAggregate");
    }

    static Object orderCommand(String json) {
        return read("shop.orders.OrdersCommandJson", json);
    }

    static Object articleCommand(String json) {
        return read("shop.stock.ShopCommandJson", json);
    }

    static Object tillCommand(String json) {
        return read("shop.tills.OpenTillsCommandJson", json);
    }

    /** An event as JSON. */
    static String orderEventJson(Object event) {
        return text(out -> CLASSES.call("shop.orders.OrdersEventJson", "write", out, event));
    }

    /** The event that JSON holds, as clients read it: newer services may have more fields. */
    static Object orderEvent(String json) {
        return CLASSES.call(
                "shop.orders.OrdersEventJson", "read", Json.parseLeniently(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A command as clients write it. */
    static String orderCommandJson(Object command) {
        return text(out -> CLASSES.call("shop.orders.OrdersCommandJson", "write", out, command));
    }

    /** A snapshot as JSON. */
    static String orderJson(Object snapshot) {
        return text(out -> {
            out.writeStartObject();
            CLASSES.call("shop.orders.OrdersSnapshotJson", "writeFields", out, snapshot);
            out.writeEndObject();
        });
    }

    /** The published schema of a message. */
    static String schema(String name) {
        return resource("META-INF/annals/" + name + ".avsc");
    }

    /** A generated resource. */
    static String resource(String path) {
        String resource = SHOP.generated().get(path);
        if (resource == null) {
            throw new IllegalArgumentException("Not generated: " + path);
        }
        return resource;
    }

    /** A context whose new ids are all the same. */
    static CommandContext context(UUID id) {
        return new CommandContext() {
            @Override
            public String messageId() {
                return "message";
            }

            @Override
            public String correlationId() {
                return "correlation";
            }

            @Override
            public String causationId() {
                return "causation";
            }

            @Override
            public Instant time() {
                return Instant.EPOCH;
            }

            @Override
            public Optional<String> subject() {
                return Optional.empty();
            }

            @Override
            public long version() {
                return 0;
            }

            @Override
            public UUID newId() {
                return id;
            }
        };
    }

    private static Object read(String type, String json) {
        JsonValue value = Json.parse(json.getBytes(StandardCharsets.UTF_8));
        return CLASSES.call(type, "read", value);
    }

    private static String text(Json.DocumentWriter document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }
}
