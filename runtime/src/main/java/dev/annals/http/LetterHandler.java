package dev.annals.http;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Does what an event that is a dead letter asks for, when what was wrong is mended. Safe for use by several threads; may block. */
@FunctionalInterface
public interface LetterHandler {

    /**
     * Handles an event.
     *
     * @param event as it was in its topic, with its place there
     * @return the ids of the commands that were given; nothing where the record is no event that is known here
     * @throws Exception that the event leads to again
     */
    Optional<List<String>> handle(ConsumerRecord<byte[], byte[]> event) throws Exception;
}
