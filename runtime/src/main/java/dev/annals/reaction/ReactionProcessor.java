package dev.annals.reaction;

import dev.annals.EventContext;
import dev.annals.aggregate.CommandChannel;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.extension.ExtensionName;
import dev.annals.streams.RecordContext;
import dev.annals.streams.UserCode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Answers one event after another with commands: with all that it leads to, or, where any of it fails, with none. */
final class ReactionProcessor<K, E> extends ContextualProcessor<K, E, byte[], byte[]> {

    private static final List<String> CARRIED_ON = List.of(MessageHeaders.TRACE_PARENT, MessageHeaders.AUTH_ID);

    private final ExtensionName name;
    private final String node;
    private final Answer<K, E> answer;
    private final CommandWriter commands;

    ReactionProcessor(ExtensionName name, String node, Answer<K, E> answer, CommandWriter commands) {
        this.name = name;
        this.node = node;
        this.answer = answer;
        this.commands = commands;
    }

    @Override
    public void process(Record<K, E> event) {
        UserCode.requireWhole(event);
        EventContext<K> about = new RecordContext<>(event);
        send(UserCode.call(() -> answer.to(event.value(), about)), event, about);
    }

    private <C> void send(Commands<C> given, Record<K, E> event, EventContext<K> about) {
        CommandChannel<?, C> channel = given.to();
        if (channel == null || given.all().isEmpty()) {
            return;
        }
        Headers common = common(event, about);
        // What follows from it in time follows from when it is given, however old the event is.
        long now = context().currentSystemTimeMs();
        List<Record<byte[], byte[]>> records = new ArrayList<>();
        for (C command : given.all()) {
            String id = CommandIds.of(name, place(), about, records.size() + 1);
            records.add(UserCode.call(() -> commands.record(channel, command, id, common, now)));
        }
        // Not before all are made.
        records.forEach(record -> context().forward(record, CommandWriter.sink(node, channel)));
    }

    /** The headers that all commands have which one event leads to. */
    private Headers common(Record<K, E> event, EventContext<K> about) {
        Headers headers = MessageHeaders.ofChain(
                about.correlationId().isEmpty() ? CommandIds.ofEvent(place(), about) : about.correlationId(),
                CommandIds.ofEvent(place(), about),
                Hops.next(event.headers(), about.correlationId(), context().appConfigs()));
        for (String carried : CARRIED_ON) {
            Header header = event.headers().lastHeader(carried);
            if (header != null) {
                headers.add(header);
            }
        }
        return headers;
    }

    private RecordMetadata place() {
        return context().recordMetadata().orElseThrow();
    }
}
