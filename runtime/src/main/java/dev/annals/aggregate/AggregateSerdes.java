package dev.annals.aggregate;

import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;

/**
 * The serdes of an aggregate's messages.
 *
 * @param <C> the sealed interface of its commands
 * @param <E> the sealed interface of its events
 * @param <S> its snapshot record
 */
public record AggregateSerdes<C, E, S>(MessageSerde<C> commands, MessageSerde<E> events, MessageSerde<S> snapshots) {

    /**
     * Serdes with the schemas of this registry, in which the aggregate's own are registered by this.
     *
     * @throws dev.annals.schema.SchemaRegistryException when the registry refuses one of them
     */
    public static <C, E, S> AggregateSerdes<C, E, S> of(Aggregate<?, C, E, S> aggregate, SchemaRegistry registry) {
        return new AggregateSerdes<>(
                new MessageSerde<>(aggregate.commands(), registry),
                new MessageSerde<>(aggregate.events(), registry),
                new MessageSerde<>(aggregate.snapshots(), registry));
    }
}
