package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Handler.StateParameter;
import dev.annals.processor.model.Role;
import java.util.stream.Stream;

/** Each handler can be called, and returns what the engine can use. */
final class HandlerFormRule implements Rule<Aggregate> {

    @Override
    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        Stream.concat(aggregate.deciders().all().stream(), aggregate.evolvers().all().stream())
                .forEach(handler -> check(aggregate, handler, diagnostics));
    }

    private static void check(Aggregate aggregate, Handler handler, Diagnostics diagnostics) {
        requireCallable(handler, diagnostics);
        if (handler.returns() == Returns.SOMETHING_ELSE) {
            badReturn(handler, expected(aggregate, handler), diagnostics);
        }
        checkState(aggregate.snapshot().name().simpleName(), aggregate.hasInitial(), handler, diagnostics);
    }

    /** Generated code can call it, and has nothing to catch. */
    static void requireCallable(Handler handler, Diagnostics diagnostics) {
        requireAccessible(handler, diagnostics);
        if (!handler.thrown().isEmpty()) {
            diagnostics.error(
                    Code.HANDLER_THROWS,
                    handler.location(),
                    "%s declares %s: a handler only looks at its arguments, so there is nothing to fail with.%s",
                    handler.signature(),
                    String.join(", ", handler.thrown()),
                    handler.role() != Role.COMMAND && handler.role() != Role.EVENT
                            ? ""
                            : " Refuse a command with a @Failure event or Decision.reject");
        }
    }

    /** Generated code can call it. */
    static void requireAccessible(Handler handler, Diagnostics diagnostics) {
        if (handler.isPrivate()) {
            diagnostics.error(
                    Code.HANDLER_PRIVATE,
                    handler.location(),
                    "%s is private, and generated code has to call it: remove 'private'",
                    handler.signature());
        }
    }

    static void badReturn(Handler handler, String expected, Diagnostics diagnostics) {
        diagnostics.error(Code.HANDLER_RETURN, handler.location(), "%s must return %s", handler.signature(), expected);
    }

    private static String expected(Aggregate aggregate, Handler handler) {
        String events = aggregate.events().root().simpleName();
        String snapshot = aggregate.snapshot().name().simpleName();
        return handler.role() == Role.COMMAND
                ? "%s, List<%s> or Decision<%s>".formatted(events, events, events)
                : "%s, or @Nullable %s where null deletes the entity".formatted(snapshot, snapshot);
    }

    /** It takes the state as it may be. */
    static void checkState(String snapshot, boolean hasInitial, Handler handler, Diagnostics diagnostics) {
        if (hasInitial && handler.creates()) {
            diagnostics.error(
                    Code.CREATES_BESIDE_INITIAL,
                    handler.location(),
                    "%s is static and so creates an entity, but with initial() every key has a state already: remove"
                            + " 'static', or remove initial()",
                    handler.signature());
        }
        if (!hasInitial && handler.state() == StateParameter.PLAIN) {
            diagnostics.error(
                    Code.STATE_NOT_NULLABLE,
                    handler.location(),
                    "%s is also called where there is no entity: write '@Nullable %s'",
                    handler.signature(),
                    snapshot);
        }
    }
}
