package dev.annals.testkit;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.EntityState;
import dev.annals.aggregate.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Given, when, then for an aggregate's decider, without Kafka.
 *
 * <pre>{@code
 * Scenario.of(new AccountsAggregate())
 *         .given(new Deposited(ten))
 *         .when(new Withdraw("alice", four))
 *         .thenEvents(new Withdrawn(four))
 *         .thenState(new Account(six));
 * }</pre>
 *
 * <p>Immutable: what several tests start from can be kept in a constant.
 *
 * @param <C> the sealed interface of the aggregate's commands
 * @param <E> the sealed interface of its events
 * @param <S> its snapshot record
 */
public final class Scenario<C, E, S> {

    /** The message id of a command, where the scenario gives no other. */
    public static final String MESSAGE_ID = "message-1";

    /** The time of a command, where the scenario gives no other. */
    public static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");

    private final Aggregate<?, C, E, S> aggregate;
    private final List<E> given;
    private final EntityState<S> state;
    private final String messageId;
    private final Instant time;
    private final Optional<String> subject;

    private Scenario(
            Aggregate<?, C, E, S> aggregate,
            List<E> given,
            EntityState<S> state,
            String messageId,
            Instant time,
            Optional<String> subject) {
        this.aggregate = aggregate;
        this.given = given;
        this.state = state;
        this.messageId = messageId;
        this.time = time;
        this.subject = subject;
    }

    /** Starts where there is no entity yet; the aggregate is the generated one. */
    public static <C, E, S> Scenario<C, E, S> of(Aggregate<?, C, E, S> aggregate) {
        return new Scenario<>(aggregate, List.of(), EntityState.none(), MESSAGE_ID, TIME, Optional.empty());
    }

    /** The id that {@code CommandContext.newId()} gives at its nth call for a command, counted from 1. */
    public static UUID id(long nth) {
        return new UUID(0, nth);
    }

    /** These events have happened, after those that were given before. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Scenario<C, E, S> given(E... events) {
        EntityState<S> after = state;
        for (E event : events) {
            if (!aggregate.isFailure(event)) {
                after = new EntityState<>(after.version() + 1, aggregate.evolve(after.snapshot(), event));
            }
        }
        List<E> all = new ArrayList<>(given);
        all.addAll(List.of(events));
        return new Scenario<>(aggregate, List.copyOf(all), after, messageId, time, subject);
    }

    /** The entity has this state and version, whatever led there. */
    public Scenario<C, E, S> givenState(S snapshot, long version) {
        return new Scenario<>(aggregate, List.of(), new EntityState<>(version, snapshot), messageId, time, subject);
    }

    /** The command is written at this time. */
    public Scenario<C, E, S> at(Instant newTime) {
        return new Scenario<>(aggregate, given, state, messageId, newTime, subject);
    }

    /** The command has this message id. */
    public Scenario<C, E, S> withMessageId(String newMessageId) {
        return new Scenario<>(aggregate, given, state, newMessageId, time, subject);
    }

    /** The command is asked for by this subject. */
    public Scenario<C, E, S> withSubject(String newSubject) {
        return new Scenario<>(aggregate, given, state, messageId, time, Optional.of(newSubject));
    }

    /** Decides a command; what the decider throws comes out here. */
    public ScenarioResult<E, S> when(C command) {
        Step<E, S> step =
                Step.of(aggregate, state, command, new FixedContext(messageId, time, subject, state.version()));
        return new ScenarioResult<>(given, command, step);
    }
}
