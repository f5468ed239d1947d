package dev.annals.processor.generate.asyncapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.MessageSchemas;
import dev.annals.processor.generate.SchemaVersion;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.KeyType;
import java.util.List;
import java.util.function.BiFunction;

/** The topics of an aggregate, but for that of its snapshots, which it has as any view. */
final class AggregateChannels {

    private final Aggregate aggregate;
    private final KeyType key;
    private final String source;

    AggregateChannels(Aggregate aggregate) {
        this.aggregate = aggregate;
        this.key = aggregate.key().orElseThrow().type();
        this.source = "/" + aggregate.service() + (aggregate.name().isEmpty() ? "" : "/" + aggregate.name());
    }

    void addTo(Channels channels) {
        add(
                channels,
                Channels.Action.RECEIVE,
                "commands",
                "Commands, by key: whoever may write here may command",
                messages(aggregate.commands(), MessageHeaders::ofCommand));
        add(
                channels,
                Channels.Action.SEND,
                "events",
                "Events, by key: the truth",
                messages(aggregate.events(), MessageHeaders::ofEvent));
    }

    void addDeadLettersTo(Channels channels) {
        add(
                channels,
                Channels.Action.SEND,
                "dead-letters",
                "Commands that could not be processed",
                List.of(ChannelMessage.deadLetter(key, MessageHeaders.ofDeadLetter())));
    }

    private void add(
            Channels channels, Channels.Action action, String content, String summary, List<ChannelMessage> messages) {
        channels.add(action, aggregate.service(), aggregate.name(), content, summary, "delete", messages);
    }

    private List<ChannelMessage> messages(Hierarchy hierarchy, BiFunction<String, String, ObjectNode> headers) {
        return hierarchy.known().stream()
                .map(leaf -> message(MessageSchemas.current(aggregate, leaf.record()), headers))
                .toList();
    }

    private ChannelMessage message(SchemaVersion schema, BiFunction<String, String, ObjectNode> headers) {
        return ChannelMessage.of(schema, key, headers.apply(schema.schema().getFullName(), source));
    }
}
