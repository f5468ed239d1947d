package dev.annals.processor.generate.asyncapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.array;
import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.model.Names;
import java.util.List;

/** The channels of a document, which are topics, and what the service does with each. */
final class Channels {

    private final ObjectNode channels = object();
    private final ObjectNode operations = object();

    /** What the service does with a topic. */
    enum Action {
        SEND,
        RECEIVE;

        String text() {
            return this == SEND ? "send" : "receive";
        }
    }

    ObjectNode channels() {
        return channels;
    }

    ObjectNode operations() {
        return operations;
    }

    /**
     * Adds a topic.
     *
     * @param name of its aggregate or view
     * @param content the last part of the topic's name: {@code dead-letters}
     * @param cleanup Kafka's policy: {@code delete} or {@code compact}
     */
    void add(
            Action action,
            String service,
            String name,
            String content,
            String summary,
            String cleanup,
            List<ChannelMessage> messages) {
        String prefix = name.isEmpty() ? service : service + "." + name;
        String id = Names.camelCase(Names.pascalCase((name.isEmpty() ? service : name) + "-" + content));
        ObjectNode channel = channels.putObject(id)
                .put("address", prefix + "." + content)
                .put("title", prefix + "." + content)
                .put("summary", summary);
        ObjectNode listed = channel.putObject("messages");
        messages.forEach(message -> listed.set(message.id(), message.build()));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.putObject("topicConfiguration").set("cleanup.policy", strings(List.of(cleanup)));
        kafka.put("bindingVersion", "0.5.0");
        addOperation(action, id, summary, messages);
    }

    private void addOperation(Action action, String channel, String summary, List<ChannelMessage> messages) {
        ObjectNode operation = operations
                .putObject(action.text() + Names.pascalCase(channel))
                .put("action", action.text())
                .put("summary", summary);
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
        operation.set(
                "messages",
                array(messages.stream()
                        .map(message -> object().put("$ref", "#/channels/" + channel + "/messages/" + message.id()))
                        .toList()));
    }
}
