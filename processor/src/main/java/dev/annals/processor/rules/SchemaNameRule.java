package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Heading;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import java.util.regex.Pattern;

/** The names of records and enums, and of an enum's constants, are names in Avro too, which takes fewer than Java. */
final class SchemaNameRule implements Rule<MessageOwner> {

    private static final String LETTERS = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Pattern NAME = Pattern.compile(LETTERS);
    private static final Pattern FULL_NAME = Pattern.compile(LETTERS + "(\\." + LETTERS + ")*");

    @Override
    public void check(MessageOwner owner, Diagnostics diagnostics) {
        MessagesAndValues.withFormer(owner).forEach(record -> check(record, diagnostics));
        owner.values().enums().values().forEach(type -> check(type, diagnostics));
    }

    private static void check(RecordType record, Diagnostics diagnostics) {
        check(record.heading(), record.location(), diagnostics);
        record.components().stream()
                // Of others, what is wrong is the name in Java.
                .filter(component -> !component.heading().name().equals(component.name()))
                .filter(component -> !NAME.matcher(component.heading().name()).matches())
                .forEach(component -> refuse("field", component.heading().name(), component.location(), diagnostics));
    }

    private static void check(EnumType type, Diagnostics diagnostics) {
        check(type.heading(), type.location(), diagnostics);
        type.constants().stream()
                .filter(constant -> !NAME.matcher(constant.symbol()).matches())
                .forEach(constant -> refuse("symbol", constant.symbol(), type.location(), diagnostics));
    }

    private static void check(Heading heading, Location location, Diagnostics diagnostics) {
        if (!FULL_NAME.matcher(heading.name()).matches()) {
            refuse("schema", heading.name(), location, diagnostics);
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
