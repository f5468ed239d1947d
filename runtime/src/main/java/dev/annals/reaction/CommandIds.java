package dev.annals.reaction;

import dev.annals.EventContext;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.aggregate.Place;
import dev.annals.extension.ExtensionName;

/** The ids of commands that events lead to: the same ones whenever an event is read again, and no other event's. */
final class CommandIds {

    private CommandIds() {}

    /**
     * The id of a command: {@code annals:bank.steps:bank.accounts.events:alice@7:1}. The version of an event is never given twice;
     * its id may be, as those who give ids to commands may use them again after a while. A failure has no version, and is told by
     * its id; and an event that does not say of which entity it is, or has neither, by its place.
     *
     * @param number of the command among those of the event, from 1
     */
    static String of(ExtensionName name, Place place, EventContext<?> event, int number) {
        return MessageHeaders.GENERATED_ID
                + String.join(":", name.toString(), place.topic(), which(place, event), Integer.toString(number));
    }

    /** The id of an event: that which it has, or one made of its place. */
    static String ofEvent(Place place, EventContext<?> event) {
        return event.messageId().isEmpty() ? place.toString() : event.messageId();
    }

    private static String which(Place place, EventContext<?> event) {
        if (event.entity().isEmpty()
                || (event.version() <= 0 && event.messageId().isEmpty())) {
            return place.partition() + "-" + place.offset();
        }
        return event.entity() + (event.version() > 0 ? "@" + event.version() : "!" + event.messageId());
    }
}
