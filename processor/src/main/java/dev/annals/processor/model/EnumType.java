package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** An enum that is used in a record. */
public record EnumType(ClassName name, List<String> constants, Location location) {

    public EnumType {
        constants = List.copyOf(constants);
    }
}
