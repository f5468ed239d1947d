package dev.annals.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Key;
import dev.annals.processor.model.Key.Accessor;
import javax.lang.model.element.Modifier;

/** The code that says which entity a command is for. */
final class CommandKeyCode {

    private CommandKeyCode() {}

    /**
     * {@code String keyOf(Operation command)}.
     *
     * @param refuse what is done with what is no command
     */
    static MethodSpec keyOf(Key key, Hierarchy commands, CodeBlock refuse) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("keyOf")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(key.type().boxed())
                .addParameter(commands.root(), "command");
        if (key.isDeclaredBy(commands.root())) {
            Accessor accessor = key.accessors().values().iterator().next();
            return method.addStatement("return command.$L()", accessor.name()).build();
        }
        VariableNames names = new VariableNames("command");
        for (Leaf leaf : commands.known()) {
            String variable = names.of(leaf.name());
            Accessor accessor = key.accessor(leaf.name());
            method.beginControlFlow("if (command instanceof $T $L)", leaf.name(), variable)
                    .addStatement("return $L.$L()", variable, accessor.name())
                    .endControlFlow();
        }
        return method.addStatement(refuse).build();
    }
}
