package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.regex.Pattern;

/** Parts of statements (whose further lines JavaPoet indents), on one line where they fit, and below each other where they do not. */
final class Calls {

    /** What is left of a line, indented as far as statements are, for a call and its arguments. */
    private static final int LINE = 76;

    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private Calls() {}

    static CodeBlock construct(ClassName type, List<CodeBlock> arguments) {
        int before = String.join(".", type.simpleNames()).length();
        return CodeBlock.of("new $T($L)", type, arguments(before, arguments));
    }

    /**
     * The arguments of a call.
     *
     * @param before the length of what stands before them
     */
    static CodeBlock arguments(int before, List<CodeBlock> arguments) {
        CodeBlock line = CodeBlock.join(arguments, ", ");
        // Types are imported.
        int length = before + PACKAGES.matcher(line.toString()).replaceAll("").length();
        return length <= LINE || arguments.size() < 2
                ? line
                : CodeBlock.builder()
                        .add("\n")
                        .add(CodeBlock.join(arguments, ",\n"))
                        .build();
    }

    /** A condition that holds where one of these does. */
    static CodeBlock anyOf(List<CodeBlock> conditions) {
        return conditions.isEmpty() ? CodeBlock.of("false") : CodeBlock.join(conditions, "\n|| ");
    }

    /** What to do with a value that is none of the types which a sealed interface permits: null. */
    static CodeBlock refuse(ClassName sealed, String variable) {
        return CodeBlock.of(
                "throw new $T($S + $L)", IllegalArgumentException.class, "No " + sealed.simpleName() + ": ", variable);
    }
}
