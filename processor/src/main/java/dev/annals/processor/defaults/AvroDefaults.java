package dev.annals.processor.defaults;

import com.fasterxml.jackson.databind.JsonNode;
import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.UnionType;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.JsonProperties;

/**
 * Turns the defaults of components from the JSON that HTTP would take into what an Avro schema has for the same value.
 * Avro libraries take a default of a union's first type alone, so that of one with null is null.
 */
public final class AvroDefaults {

    private final Values values;
    private final Deque<Component> underWay = new ArrayDeque<>();

    public AvroDefaults(Values values) {
        this.values = values;
    }

    /**
     * The default of a component that has one.
     *
     * @return as {@code Schema.Field} takes it
     * @throws InvalidDefaultException when it is no value of the component's type
     */
    public Object of(Component component) {
        if (underWay.contains(component)) {
            throw new InvalidDefaultException("a value that does not hold itself by default");
        }
        underWay.push(component);
        try {
            return of(json(component), component.type());
        } finally {
            underWay.pop();
        }
    }

    /** The default of a component that has one, as JSON. */
    public JsonNode json(Component component) {
        return JsonText.parse(component.byDefault().orElseThrow(), component.type(), values);
    }

    private Object of(JsonNode node, ValueType type) {
        if (type.mayBeAbsent()) {
            return nothing(node);
        } else if (type instanceof ValueType.Scalar scalar) {
            return ScalarDefaults.of(node, scalar.kind());
        } else if (type instanceof ValueType.DecimalValue decimal) {
            return ScalarDefaults.of(node, decimal);
        } else if (type instanceof ValueType.EnumValue value) {
            return symbol(node, values.enumType(value.name()));
        } else if (type instanceof ValueType.RecordValue value) {
            RecordType record = values.record(value.name());
            return values.isBare(record) ? of(node, record.components().get(0).type()) : fields(node, record, Set.of());
        } else if (type instanceof ValueType.UnionValue value) {
            return first(node, values.union(value.name()));
        } else if (type instanceof ValueType.MapOf map) {
            return map(node, map.value());
        } else if (type instanceof ValueType.EntriesOf entries) {
            return entries(node, entries);
        }
        return items(node, type);
    }

    private static Object nothing(JsonNode node) {
        if (!node.isNull()) {
            throw new InvalidDefaultException(
                    "null, as Avro takes no other default where something may be absent: leave"
                            + " @Default out, or Optional or @Nullable");
        }
        return JsonProperties.NULL_VALUE;
    }

    private static Object symbol(JsonNode node, EnumType type) {
        return type.constants().stream()
                .filter(constant -> constant.name().equals(node.textValue()))
                .map(EnumType.Constant::symbol)
                .findFirst()
                .orElseThrow(() -> new InvalidDefaultException("one of "
                        + String.join(
                                ", ",
                                type.constants().stream()
                                        .map(EnumType.Constant::name)
                                        .toList())));
    }

    private Object first(JsonNode node, UnionType union) {
        ClassName leaf = union.leaves().get(0);
        if (!leaf.simpleName().equals(node.path("_type").textValue())) {
            throw new InvalidDefaultException("an object whose \"_type\" is \"" + leaf.simpleName()
                    + "\", as Avro takes no default of another than a union's first type");
        }
        return fields(node, values.record(leaf), Set.of("_type"));
    }

    private Map<String, Object> fields(JsonNode node, RecordType record, Set<String> known) {
        requireObject(node);
        Set<String> names = new HashSet<>(known);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Component component : record.components()) {
            names.add(component.name());
            fields.put(component.heading().name(), field(node, component));
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new InvalidDefaultException("an object without a field \"" + name + "\"");
            }
        });
        return fields;
    }

    private Object field(JsonNode node, Component component) {
        JsonNode value = node.get(component.name());
        if (value != null) {
            return of(value, component.type());
        } else if (component.byDefault().isPresent()) {
            return of(component);
        } else if (component.type().mayBeAbsent()) {
            return JsonProperties.NULL_VALUE;
        }
        throw new InvalidDefaultException("an object with a field \"" + component.name() + "\"");
    }

    private Map<String, Object> map(JsonNode node, ValueType type) {
        requireObject(node);
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), of(entry.getValue(), type)));
        return map;
    }

    private List<Object> entries(JsonNode node, ValueType.EntriesOf type) {
        List<Object> entries = new ArrayList<>();
        Set<JsonNode> keys = new HashSet<>();
        for (JsonNode item : requireArray(node)) {
            if (!item.isObject() || item.size() != 2 || !item.has("key") || !item.has("value")) {
                throw new InvalidDefaultException("an array of objects with a \"key\" and a \"value\"");
            } else if (!keys.add(item.get("key"))) {
                throw new InvalidDefaultException("an array in which no key is twice");
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("key", of(item.get("key"), type.key()));
            entry.put("value", of(item.get("value"), type.value()));
            entries.add(entry);
        }
        return entries;
    }

    private List<Object> items(JsonNode node, ValueType type) {
        List<Object> items = new ArrayList<>();
        Set<JsonNode> found = new HashSet<>();
        for (JsonNode item : requireArray(node)) {
            if (type instanceof ValueType.SetOf && !found.add(item)) {
                throw new InvalidDefaultException("an array in which nothing is twice");
            }
            items.add(of(item, type.parts().get(0)));
        }
        return items;
    }

    private static void requireObject(JsonNode node) {
        if (!node.isObject()) {
            throw new InvalidDefaultException("an object");
        }
    }

    private static JsonNode requireArray(JsonNode node) {
        if (!node.isArray()) {
            throw new InvalidDefaultException("an array");
        }
        return node;
    }
}
