package dev.annals.reaction;

import dev.annals.EventContext;
import dev.annals.extension.ExtensionName;

/** The ids of commands that events lead to: the same ones whenever an event is read again, and no other event's. */
final class CommandIds {

    private CommandIds() {}

    /**
     * The id of a command: {@code bank.steps:bank.accounts.events:alice@7:1}. The version of an event is never given twice; its
     * id may be, as those who give ids to commands may use them again after a while. A failure has no version, and is told by its
     * id.
     *
     * @param number of the command among those of the event, from 1
     */
    static String of(ExtensionName name, String topic, EventContext<?> event, int number) {
        String which = event.version() > 0 ? event.entity() + "@" + event.version() : event.messageId();
        return String.join(":", name.toString(), topic, which, Integer.toString(number));
    }
}
