package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A method that takes a message: {@code decide}, {@code evolve}, {@code on}, or one that derives a key.
 *
 * @param name of the method
 * @param message the type of the command or event that it takes
 * @param state whether and how it takes the state as its first parameter
 * @param takesContext whether its last parameter is the context
 * @param returns what it returns
 * @param result the type of the command or event that it returns, or that is in what it returns; empty where it returns neither
 * @param thrown the checked exceptions that it declares
 * @param signature the method as it was written, for messages
 */
public record Handler(
        Role role,
        String name,
        ClassName message,
        boolean isStatic,
        boolean isPrivate,
        StateParameter state,
        boolean takesContext,
        Returns returns,
        Optional<ClassName> result,
        List<String> thrown,
        String signature,
        Location location) {

    public Handler {
        thrown = List.copyOf(thrown);
    }

    /** The parameter for the state of a static handler. */
    public enum StateParameter {
        NONE,
        PLAIN,
        NULLABLE
    }

    /** The return types that mean something. */
    public enum Returns {
        EVENT,
        EVENTS,
        DECISION,
        SNAPSHOT,
        KEY,
        OPTIONAL_KEY,
        KEYS,
        COMMAND,
        OPTIONAL_COMMAND,
        COMMANDS,
        NOTHING,
        SOMETHING_ELSE
    }

    /** Whether it makes an entity where there is none, and takes no other. */
    public boolean creates() {
        return isStatic && state == StateParameter.NONE;
    }

    /** Whether it is called on an entity that exists. */
    public boolean needsEntity() {
        return !isStatic;
    }
}
