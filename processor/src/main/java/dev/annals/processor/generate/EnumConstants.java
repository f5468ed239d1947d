package dev.annals.processor.generate;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.FieldSpec;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Values;
import javax.lang.model.element.Modifier;

/** The field that holds an enum's constants, which {@code values()} would copy at each call. */
final class EnumConstants {

    private EnumConstants() {}

    static String name(Values values, EnumType type) {
        return Names.constantCase(values.label(type.name()));
    }

    static FieldSpec field(Values values, EnumType type) {
        return FieldSpec.builder(
                        ArrayTypeName.of(type.name()),
                        name(values, type),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.values()", type.name())
                .build();
    }
}
