package dev.annals.processor.rules;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.RecordType;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of records and enums, and of an enum's constants, are names in Avro too, which takes fewer than Java. */
final class SchemaNameRule implements Rule {

    private static final String LETTERS = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern NAME = Pattern.compile(LETTERS);
    private static final Pattern FULL_NAME = Pattern.compile(LETTERS + "(\\." + LETTERS + ")*");

    @Override
    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        Stream.of(
                        Stream.of(aggregate.snapshot()),
                        aggregate.commands().leaves().stream().map(Leaf::record),
                        aggregate.events().leaves().stream().map(Leaf::record),
                        aggregate.versions().records(),
                        aggregate.values().records().values().stream())
                .flatMap(records -> records)
                .forEach(record -> check(record, diagnostics));
        aggregate.values().enums().values().forEach(type -> check(type, diagnostics));
    }

    private static void check(RecordType record, Diagnostics diagnostics) {
        check(record.name(), record.location(), diagnostics);
    }

    private static void check(EnumType type, Diagnostics diagnostics) {
        check(type.name(), type.location(), diagnostics);
        type.constants().stream()
                .filter(constant -> !NAME.matcher(constant).matches())
                .forEach(constant -> refuse("symbol", constant, type.location(), diagnostics));
    }

    private static void check(ClassName name, Location location, Diagnostics diagnostics) {
        if (!FULL_NAME.matcher(name.canonicalName()).matches()) {
            refuse("schema", name.canonicalName(), location, diagnostics);
        }
    }

    private static void refuse(String what, String name, Location location, Diagnostics diagnostics) {
        diagnostics.error(
                Code.RESERVED_NAME,
                location,
                "%s cannot be the name of an Avro %s: write letters from A to Z, digits and underscores",
                name,
                what);
    }
}
