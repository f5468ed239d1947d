package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** An enum that is used in a record. */
public record EnumType(ClassName name, List<Constant> constants, Heading heading, Location location) {

    public EnumType {
        constants = List.copyOf(constants);
    }

    /**
     * A constant of an enum.
     *
     * @param symbol its name in Avro
     * @param byDefault whether it stands for symbols that are not known
     */
    public record Constant(String name, String symbol, boolean byDefault, Location location) {}
}
