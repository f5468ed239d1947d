package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.annals.processor.model.Aggregate;

/** Types of the runtime, as generated code names them. */
final class Types {

    private Types() {}

    /** A type of the runtime with an aggregate's key, command, event and snapshot types. */
    static ParameterizedTypeName parameterized(ClassName type, Aggregate aggregate) {
        return ParameterizedTypeName.get(
                type,
                aggregate.key().orElseThrow().type().boxed(),
                aggregate.commands().root(),
                aggregate.events().root(),
                aggregate.snapshot().name());
    }
}
