package dev.annals.processor.rules;

import dev.annals.processor.defaults.AvroDefaults;
import dev.annals.processor.defaults.InvalidDefaultException;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.ValueType;
import java.util.List;

/** Each default is a value of its component's type, and an enum has one at the most. */
final class DefaultRule implements Rule<MessageOwner> {

    @Override
    public void check(MessageOwner owner, Diagnostics diagnostics) {
        AvroDefaults defaults = new AvroDefaults(owner.values());
        MessagesAndValues.withFormer(owner).stream()
                .flatMap(record -> record.components().stream())
                .filter(component -> component.byDefault().isPresent() && hasMapping(component.type()))
                .forEach(component -> check(component, defaults, diagnostics));
        owner.values().enums().values().forEach(type -> check(type, diagnostics));
    }

    /** Of others, that they have none is what is wrong. */
    private static boolean hasMapping(ValueType type) {
        return type.withParts().stream().noneMatch(ValueType.Unsupported.class::isInstance);
    }

    private static void check(Component component, AvroDefaults defaults, Diagnostics diagnostics) {
        try {
            defaults.of(component);
        } catch (InvalidDefaultException e) {
            diagnostics.error(
                    Code.BAD_DEFAULT,
                    component.location(),
                    "%s cannot be \"%s\" by default: write %s",
                    component.name(),
                    component.byDefault().orElseThrow(),
                    e.expected());
        }
    }

    private static void check(EnumType type, Diagnostics diagnostics) {
        List<String> defaults = type.constants().stream()
                .filter(EnumType.Constant::byDefault)
                .map(EnumType.Constant::name)
                .toList();
        if (defaults.size() > 1) {
            diagnostics.error(
                    Code.BAD_DEFAULT,
                    type.location(),
                    "%s are all marked with @Default, and an unknown symbol is read as one constant: leave one mark",
                    String.join(", ", defaults));
        }
    }
}
