package dev.annals.processor.generate.asyncapi;

import dev.annals.processor.generate.MessageSchemas;
import dev.annals.processor.generate.SchemaVersion;
import dev.annals.processor.model.View;
import java.util.List;

/** The topic of a view's snapshots. */
final class ViewChannel {

    private ViewChannel() {}

    static void addTo(Channels channels, View view) {
        SchemaVersion schema = MessageSchemas.current(view.snapshot(), view.values(), view.versions());
        String source = "/" + view.service() + view.path();
        channels.add(
                Channels.Action.SEND,
                view.service(),
                view.topics(),
                "snapshots",
                "The last snapshot of each key",
                "compact",
                List.of(
                        ChannelMessage.of(
                                schema,
                                view.key(),
                                MessageHeaders.ofSnapshot(schema.schema().getFullName(), source)),
                        ChannelMessage.tombstone(view.key(), MessageHeaders.ofSnapshot("tombstone", source))));
    }

    /** What a read model failed on. */
    static void addDeadLettersTo(Channels channels, View view) {
        channels.add(
                Channels.Action.SEND,
                view.service(),
                view.topics(),
                "dead-letters",
                "What the read model could not take in: events, or snapshots",
                "delete",
                List.of(ChannelMessage.deadLetter(view.key(), MessageHeaders.ofDeadLetter())));
    }
}
