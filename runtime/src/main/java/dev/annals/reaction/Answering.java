package dev.annals.reaction;

import dev.annals.EventContext;
import dev.annals.aggregate.CommandChannel;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.aggregate.Place;
import dev.annals.extension.ExtensionName;
import dev.annals.streams.RecordContext;
import dev.annals.streams.UserCode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Makes the commands that an event leads to: all of them, or, where any of it fails, none. */
record Answering(ExtensionName name, CommandWriter commands) {

    private static final List<String> CARRIED_ON = List.of(MessageHeaders.TRACE_PARENT, MessageHeaders.AUTH_ID);

    /**
     * What an event leads to.
     *
     * @param to where the commands go; null where there are none
     */
    record Given(@Nullable CommandChannel<?, ?> to, List<Record<byte[], byte[]>> commands) {

        private static final Given NOTHING = new Given(null, List.of());
    }

    /**
     * The commands that an event leads to.
     *
     * @param place where the event lies
     * @param maxHops how often event and command may lead to each other
     * @param now when they are given: what follows from them in time follows from that, however old the event is
     */
    <K, E> Given to(Record<K, E> event, Place place, Answer<K, E> answer, int maxHops, long now) {
        EventContext<K> about = new RecordContext<>(event);
        return records(UserCode.call(() -> answer.to(event.value(), about)), event, about, place, maxHops, now);
    }

    private <C> Given records(
            Commands<C> given, Record<?, ?> event, EventContext<?> about, Place place, int maxHops, long now) {
        CommandChannel<?, C> channel = given.to();
        if (channel == null || given.all().isEmpty()) {
            return Given.NOTHING;
        }
        Headers common = common(event, about, place, maxHops);
        List<Record<byte[], byte[]>> records = new ArrayList<>();
        for (C command : given.all()) {
            String id = CommandIds.of(name, place, about, records.size() + 1);
            records.add(UserCode.call(() -> commands.record(channel, command, id, common, now)));
        }
        return new Given(channel, records);
    }

    /** The headers that all commands have which one event leads to. */
    private static Headers common(Record<?, ?> event, EventContext<?> about, Place place, int maxHops) {
        String id = CommandIds.ofEvent(place, about);
        String correlationId = about.correlationId().isEmpty() ? id : about.correlationId();
        Headers headers =
                MessageHeaders.ofChain(correlationId, id, Hops.next(event.headers(), about.correlationId(), maxHops));
        for (String carried : CARRIED_ON) {
            Header header = event.headers().lastHeader(carried);
            if (header != null) {
                headers.add(header);
            }
        }
        return headers;
    }
}
