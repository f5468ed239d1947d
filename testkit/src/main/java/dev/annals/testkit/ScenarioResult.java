package dev.annals.testkit;

import dev.annals.Decision;
import dev.annals.aggregate.EntityState;
import dev.annals.aggregate.Step;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a command led to in a {@link Scenario}; each {@code then} is an {@link AssertionError} where it was something else.
 *
 * @param <E> the sealed interface of the aggregate's events
 * @param <S> its snapshot record
 */
public final class ScenarioResult<E, S> {

    private final List<E> given;
    private final Object command;
    private final Step<E, S> step;

    ScenarioResult(List<E> given, Object command, Step<E, S> step) {
        this.given = given;
        this.command = command;
        this.step = step;
    }

    /** The command was accepted, and led to these events in this order; to none where none are named. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final ScenarioResult<E, S> thenEvents(E... events) {
        return require("events are", List.of(events), step.rejection() == null ? step.events() : rejection());
    }

    /** The entity has this state now. */
    public ScenarioResult<E, S> thenState(S snapshot) {
        return require("state is", snapshot, step.after().snapshot());
    }

    /** There is no entity now. */
    public ScenarioResult<E, S> thenNoEntity() {
        return require("state is", null, step.after().snapshot());
    }

    /** The entity has this version now. */
    public ScenarioResult<E, S> thenVersion(long version) {
        return require("version is", version, step.after().version());
    }

    /** A rule of the domain rejected the command with this code, and nothing was recorded. */
    public ScenarioResult<E, S> thenRejected(String code) {
        return require("outcome is", rejected(code), outcome());
    }

    /** The command was rejected because it needs an entity. */
    public ScenarioResult<E, S> thenNotFound() {
        return require("outcome is", Decision.Reason.NOT_FOUND.name(), outcome());
    }

    /** The command was rejected because there is an entity already. */
    public ScenarioResult<E, S> thenAlreadyExists() {
        return require("outcome is", Decision.Reason.ALREADY_EXISTS.name(), outcome());
    }

    private Object outcome() {
        return step.rejection() == null ? "accepted with " + step.events() : rejection();
    }

    private String rejection() {
        Decision.Rejected<E> rejection = Objects.requireNonNull(step.rejection());
        return rejection.reason() == Decision.Reason.RULE
                ? rejected(rejection.code())
                : rejection.reason().name();
    }

    private static String rejected(String code) {
        return "rejected with code " + code;
    }

    private ScenarioResult<E, S> require(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("""
                    The %s not what is expected.
                      expected: %s
                      actual:   %s
                      when:     %s
                      given:    %s""".formatted(what, expected, actual, command, given(step.before())));
        }
        return this;
    }

    private String given(EntityState<S> before) {
        return "%s, which is version %d: %s".formatted(given, before.version(), before.snapshot());
    }
}
