package dev.annals.processor;

import com.google.testing.compile.Compilation;
import dev.annals.CommandContext;
import dev.annals.aggregate.Aggregate;
import dev.annals.json.Json;
import dev.annals.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.tools.JavaFileObject;

/** The shop, compiled with what was generated for it, and loaded. */
final class GeneratedShop extends ClassLoader {

    private static final GeneratedShop SHOP = new GeneratedShop();

    private final Compiled compiled = Compiled.compile(ShopGoldenTest.SHOP);
    private final Map<String, JavaFileObject> classes = new HashMap<>();

    private GeneratedShop() {
        super(GeneratedShop.class.getClassLoader());
        Compilation compilation = compiled.compilation();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.getName().replaceFirst("^/CLASS_OUTPUT/", "");
                classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), file);
            }
        }
    }

    /** Orders: without an initial state, and with messages of each kind. */
    static Aggregate<Object, Object, Object, Object> orders() {
        return aggregate("shop.orders.OrdersAggregate");
    }

    /** Articles: with an initial state. */
    static Aggregate<Object, Object, Object, Object> articles() {
        return aggregate("shop.stock.ShopAggregate");
    }

    static Aggregate<Object, Object, Object, Object> tills() {
        return aggregate("shop.tills.OpenTillsAggregate");
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
        return text(out -> call("shop.orders.OrdersEventJson", "write", out, event));
    }

    /** A snapshot as JSON. */
    static String orderJson(Object snapshot) {
        return text(out -> {
            out.writeStartObject();
            call("shop.orders.OrdersSnapshotJson", "writeFields", out, snapshot);
            out.writeEndObject();
        });
    }

    /** The published schema of a message. */
    static String schema(String name) {
        String schema = SHOP.compiled.generated().get("META-INF/annals/" + name + ".avsc");
        if (schema == null) {
            throw new IllegalArgumentException("No schema: " + name);
        }
        return schema;
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
            public long version() {
                return 0;
            }

            @Override
            public UUID newId() {
                return id;
            }
        };
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JavaFileObject file = classes.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = file.openInputStream()) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Aggregate<Object, Object, Object, Object> aggregate(String name) {
        try {
            return (Aggregate<Object, Object, Object, Object>)
                    SHOP.loadClass(name).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static Object read(String type, String json) {
        JsonValue value = Json.parse(json.getBytes(StandardCharsets.UTF_8));
        return call(type, "read", value);
    }

    private static String text(Json.DocumentWriter document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }

    /** Calls a method of a generated class that only its package may call. */
    private static Object call(String type, String name, Object... arguments) {
        try {
            for (Method method : SHOP.loadClass(type).getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    method.setAccessible(true);
                    return method.invoke(null, arguments);
                }
            }
            throw new IllegalArgumentException("No method " + name);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new LinkageError(type, e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type, e);
        }
    }
}
