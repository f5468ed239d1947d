package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.Optional;
import java.util.regex.Pattern;

/** Each component of each record has a type that Avro and JSON can tell, and a name that they can carry. */
final class ComponentRule implements Rule<MessageOwner> {

    private static final Pattern VALID_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    @Override
    public void check(MessageOwner owner, Diagnostics diagnostics) {
        Values values = owner.values();
        values.records().values().forEach(record -> checkEnds(record, values, diagnostics));
        MessagesAndValues.withFormer(owner).stream()
                .flatMap(record -> record.components().stream())
                .forEach(component -> {
                    checkName(component, diagnostics);
                    unsupported(component.type())
                            .ifPresent(type -> diagnostics.error(
                                    Code.UNSUPPORTED_TYPE,
                                    component.location(),
                                    "%s has the type %s, which has no mapping: %s",
                                    component.name(),
                                    type.description(),
                                    type.advice()));
                });
    }

    private static void checkEnds(RecordType record, Values values, Diagnostics diagnostics) {
        if (values.isEndless(record.name())) {
            diagnostics.error(
                    Code.UNSUPPORTED_TYPE,
                    record.location(),
                    "%s always holds another %s, so that there can be none: write an Optional or a List of it",
                    record.name().simpleName(),
                    record.name().simpleName());
        }
    }

    private static void checkName(Component component, Diagnostics diagnostics) {
        if (!VALID_NAME.matcher(component.name()).matches()) {
            diagnostics.error(
                    Code.RESERVED_NAME,
                    component.location(),
                    "%s cannot be the name of an Avro and JSON field here: write a letter, then letters, digits and"
                            + " underscores. (Names with an underscore in front, such as _type, are Annals' own)",
                    component.name());
        }
    }

    private static Optional<ValueType.Unsupported> unsupported(ValueType type) {
        return type.withParts().stream()
                .filter(ValueType.Unsupported.class::isInstance)
                .map(ValueType.Unsupported.class::cast)
                .findFirst();
    }
}
