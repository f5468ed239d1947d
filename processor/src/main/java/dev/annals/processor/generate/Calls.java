package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Parts of statements (whose further lines JavaPoet indents), on one line where they fit, and below each other where they do not. */
final class Calls {

    private static final int LINE = 72;

    private Calls() {}

    static CodeBlock construct(ClassName type, List<CodeBlock> arguments) {
        return CodeBlock.of("new $T($L)", type, arguments(type.simpleName().length(), arguments));
    }

    /**
     * The arguments of a call.
     *
     * @param before the length of what stands before them
     */
    static CodeBlock arguments(int before, List<CodeBlock> arguments) {
        int length = before
                + arguments.stream()
                        .mapToInt(argument -> argument.toString().length() + 2)
                        .sum();
        return length <= LINE || arguments.size() < 2
                ? CodeBlock.join(arguments, ", ")
                : CodeBlock.builder()
                        .add("\n")
                        .add(CodeBlock.join(arguments, ",\n"))
                        .build();
    }

    /** A condition that holds where one of these does. */
    static CodeBlock anyOf(List<CodeBlock> conditions) {
        return conditions.isEmpty() ? CodeBlock.of("false") : CodeBlock.join(conditions, "\n|| ");
    }
}
