package dev.annals.processor.generate;

import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up a command of an aggregate as JSON, for people to try. */
public final class ExampleCommand {

    private final Values values;

    private ExampleCommand(Values values) {
        this.values = values;
    }

    /** The aggregate's first command that callers may give. */
    static String json(Aggregate aggregate) {
        return json(aggregate.commands().offered().get(0).record(), aggregate.values());
    }

    /** A command. */
    public static String json(RecordType command, Values values) {
        return new ExampleCommand(values).typed(command);
    }

    private String object(Stream<String> before, RecordType record) {
        Stream<String> fields = record.components().stream()
                .filter(component -> !component.type().mayBeAbsent())
                .map(component -> "\"" + component.name() + "\":" + value(component));
        return Stream.concat(before, fields).collect(Collectors.joining(",", "{", "}"));
    }

    private String value(Component component) {
        ValueType type = component.type();
        if (type instanceof ValueType.Scalar scalar) {
            return scalar(scalar.kind(), component.name());
        } else if (type instanceof ValueType.DecimalValue) {
            return "1";
        } else if (type instanceof ValueType.EnumValue value) {
            return "\"" + values.enumType(value.name()).constants().get(0).name() + "\"";
        } else if (type instanceof ValueType.RecordValue value) {
            RecordType record = values.record(value.name());
            return values.isBare(record) ? value(record.components().get(0)) : object(Stream.of(), record);
        } else if (type instanceof ValueType.UnionValue value) {
            return typed(values.smallestLeaf(values.union(value.name())));
        }
        return type instanceof ValueType.MapOf ? "{}" : "[]";
    }

    private String typed(RecordType record) {
        return object(Stream.of("\"_type\":\"" + record.name().simpleName() + "\""), record);
    }

    private static String scalar(ScalarKind kind, String name) {
        return switch (kind) {
            case BOOLEAN -> "true";
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, BIG_DECIMAL, BIG_INTEGER -> "100";
            case STRING -> "\"" + name + "-1\"";
            case BYTES -> "\"\"";
            case UUID -> "\"6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5\"";
            case INSTANT -> "\"2026-11-23T12:00:00Z\"";
            case LOCAL_DATE -> "\"2026-11-23\"";
            case LOCAL_TIME -> "\"12:00:00\"";
            case LOCAL_DATE_TIME -> "\"2026-11-23T12:00:00\"";
            case DURATION -> "\"PT1H30M\"";
            case OFFSET_DATE_TIME -> "\"2026-11-23T12:00:00+01:00\"";
            case ZONED_DATE_TIME -> "\"2026-11-23T12:00:00+01:00[Europe/Berlin]\"";
        };
    }
}
