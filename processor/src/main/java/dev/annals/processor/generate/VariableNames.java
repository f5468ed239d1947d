package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.annals.processor.model.Names;

/** Names for variables of a scope, each made from a type's name and none taken twice. */
final class VariableNames {

    private final NameAllocator names = new NameAllocator();

    /** A scope in which these names are taken. */
    VariableNames(String... taken) {
        for (String name : taken) {
            names.newName(name);
        }
    }

    String of(ClassName type) {
        return of(Names.camelCase(type.simpleName()));
    }

    String of(String suggestion) {
        return names.newName(suggestion);
    }
}
