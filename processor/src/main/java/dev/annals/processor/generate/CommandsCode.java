package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.annals.processor.model.Handler.Returns;

/** The code that takes what a method gives: a command, an optional one, or several. */
final class CommandsCode {

    static final ClassName COMMANDS = ClassName.get("dev.annals.reaction", "Commands");

    private CommandsCode() {}

    /**
     * The commands that a call returns.
     *
     * @param channel the constant that says where they go
     */
    static CodeBlock of(Returns returns, String channel, CodeBlock call) {
        String factory = switch (returns) {
            case OPTIONAL_COMMAND -> "optional";
            case COMMANDS -> "all";
            default -> "one";
        };
        return CodeBlock.of("$T.$L($L, $L)", COMMANDS, factory, channel, call);
    }
}
