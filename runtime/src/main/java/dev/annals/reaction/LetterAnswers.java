package dev.annals.reaction;

import dev.annals.aggregate.CommandChannel;
import dev.annals.aggregate.EventChannel;
import dev.annals.aggregate.Place;
import dev.annals.streams.TopicSerdes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Record;

/** Answers events that a reaction has set aside, when what was wrong is mended. Safe for use by several threads. */
public final class LetterAnswers {

    private final ReactionDefinition reaction;
    private final TopicSerdes serdes;
    private final Answering answering;
    private final int maxHops;

    /**
     * The answers of a reaction.
     *
     * @param maxHops how often event and command may lead to each other
     */
    public LetterAnswers(ReactionDefinition reaction, TopicSerdes serdes, int maxHops) {
        this.reaction = reaction;
        this.serdes = serdes;
        this.answering = new Answering(reaction.name(), new CommandWriter(reaction.name(), serdes));
        this.maxHops = maxHops;
    }

    /**
     * The commands that an event leads to: under the ids that they have whenever it is answered, so that sending them twice is no
     * more than sending them once.
     *
     * @param event as it was in its topic, with its place there
     * @param now in milliseconds since 1970
     * @return nothing where the record is no event that the reaction knows, or of a topic that it does not read any more
     * @throws RuntimeException whatever the reaction throws, or that the event cannot be read
     */
    public Optional<List<ProducerRecord<byte[], byte[]>>> to(ConsumerRecord<byte[], byte[]> event, long now) {
        return reaction.answers().stream()
                .filter(each -> each.events().eventsTopic().equals(event.topic()))
                .findFirst()
                .flatMap(answered -> to(answered, event, now));
    }

    private <K, E> Optional<List<ProducerRecord<byte[], byte[]>>> to(
            Answered<K, E> answered, ConsumerRecord<byte[], byte[]> event, long now) {
        EventChannel<K, E> channel = answered.events();
        E value = event.value() == null
                ? null
                : serdes.events(channel).deserializer().deserialize(event.topic(), event.value());
        if (event.key() == null || value == null) {
            return Optional.empty();
        }
        K key = channel.keys().fromBytes(event.key());
        Record<K, E> record = new Record<>(key, value, Math.max(0, event.timestamp()), event.headers());
        Place place = new Place(event.topic(), event.partition(), event.offset());
        Answering.Given given = answering.to(record, place, answered.answer(), maxHops, now);
        return Optional.of(given.commands().stream()
                .map(command -> record(Objects.requireNonNull(given.to()), command))
                .toList());
    }

    private static ProducerRecord<byte[], byte[]> record(CommandChannel<?, ?> channel, Record<byte[], byte[]> command) {
        return new ProducerRecord<>(
                channel.commandsTopic(), null, command.timestamp(), command.key(), command.value(), command.headers());
    }
}
