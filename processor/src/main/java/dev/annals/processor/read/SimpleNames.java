package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** Types as users write them. */
final class SimpleNames {

    private SimpleNames() {}

    /** {@code String} for {@code java.lang.String}. */
    static String of(TypeName type) {
        return type instanceof ClassName name ? name.simpleName() : type.toString();
    }
}
