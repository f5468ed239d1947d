package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** No two types of an aggregate have one full name in Avro, no two fields of a record or symbols of an enum one name. */
final class UniqueSchemaNameRule implements Rule<MessageOwner> {

    /** What has a name in schemas, and what it is called in messages to the user. */
    private record Named(String name, String owner, Location location) {}

    @Override
    public void check(MessageOwner owner, Diagnostics diagnostics) {
        List<RecordType> records = MessagesAndValues.of(owner);
        List<Named> types = new ArrayList<>();
        Arrays.stream(ScalarKind.values())
                .filter(ScalarKind::isRecord)
                .forEach(kind -> types.add(new Named(kind.recordName(), "Annals", owner.location())));
        records.forEach(record ->
                types.add(new Named(record.heading().name(), record.name().canonicalName(), record.location())));
        owner.values()
                .enums()
                .values()
                .forEach(type ->
                        types.add(new Named(type.heading().name(), type.name().canonicalName(), type.location())));
        records.forEach(record -> types.addAll(entries(record)));
        requireUnique("schema", types, diagnostics);
        records.forEach(record -> requireUnique(
                "field",
                record.components().stream().map(UniqueSchemaNameRule::field).toList(),
                diagnostics));
        owner.values()
                .enums()
                .values()
                .forEach(type -> requireUnique(
                        "symbol",
                        type.constants().stream()
                                .map(UniqueSchemaNameRule::symbol)
                                .toList(),
                        diagnostics));
    }

    private static Named field(Component component) {
        return new Named(component.heading().name(), component.name(), component.location());
    }

    private static Named symbol(EnumType.Constant constant) {
        return new Named(constant.symbol(), constant.name(), constant.location());
    }

    private static List<Named> entries(RecordType record) {
        return record.components().stream()
                .flatMap(component -> {
                    long maps = component.type().withParts().stream()
                            .filter(ValueType.EntriesOf.class::isInstance)
                            .count();
                    return IntStream.rangeClosed(1, (int) maps)
                            .mapToObj(place -> new Named(
                                    record.entryName(component, place),
                                    "an entry of " + component.name(),
                                    component.location()));
                })
                .toList();
    }

    private static void requireUnique(String what, List<Named> all, Diagnostics diagnostics) {
        Map<String, Named> found = new LinkedHashMap<>();
        Set<Location> refused = new HashSet<>();
        for (Named named : all) {
            Named other = found.putIfAbsent(named.name(), named);
            if (other != null && refused.add(named.location())) {
                diagnostics.error(
                        Code.DUPLICATE_SCHEMA_NAME,
                        named.location(),
                        "%s and %s have the same name in Avro, of a %s %s: give one another @AvroName",
                        other.owner(),
                        named.owner(),
                        what,
                        named.name());
            }
        }
    }
}
