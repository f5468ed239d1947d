package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The type of an aggregate's keys. */
public sealed interface KeyType {

    /** The type as it stands in generics. */
    TypeName boxed();

    /** A type with a codec of the runtime's. */
    record Simple(TypeName boxed, String codec) implements KeyType {}

    record EnumKey(ClassName name) implements KeyType {
        @Override
        public TypeName boxed() {
            return name;
        }
    }

    /** A record of one component. */
    record Wrapper(ClassName name, String accessor, KeyType component) implements KeyType {
        @Override
        public TypeName boxed() {
            return name;
        }
    }
}
