package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An {@code if} for each type that a value may be of, each but the first in the {@code else} of the one before.
 *
 * @param variable that holds the value
 * @param names of the method that the chain is in
 */
record TypeChain(String variable, VariableNames names) {

    /**
     * Adds the chain and leaves its end open, for an {@code else} or nothing more.
     *
     * @param body adds what there is to do with a value of a type, which is in a variable of its own
     */
    void open(MethodSpec.Builder method, List<ClassName> types, BiConsumer<ClassName, String> body) {
        String before = "";
        for (ClassName type : types) {
            String typed = names.of(type);
            String condition = before + "if ($L instanceof $T $L)";
            if (before.isEmpty()) {
                method.beginControlFlow(condition, variable, type, typed);
            } else {
                method.nextControlFlow(condition, variable, type, typed);
            }
            body.accept(type, typed);
            before = "else ";
        }
    }
}
