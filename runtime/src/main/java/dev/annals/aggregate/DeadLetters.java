package dev.annals.aggregate;

import static dev.annals.aggregate.DeadLetterHeaders.cut;
import static dev.annals.aggregate.MessageHeaders.bytes;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets aside commands that could not be processed: the record as it came, with headers that say why. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private DeadLetters() {}

    static <E> Effects<E> of(Record<byte[], byte[]> record, Place place, Outcome.Stage stage, Throwable cause) {
        String messageId = CommandReader.messageId(record, place);
        LOG.error("Command {} at {} failed ({}) and is a dead letter", cut(messageId), place, stage, cause);
        Headers headers = DeadLetterHeaders.of(
                        record.headers(),
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        stage.name().toLowerCase(Locale.ROOT),
                        cause)
                .add(DeadLetterHeaders.MESSAGE_ID, bytes(cut(messageId)));
        return new Effects<>(
                List.of(),
                null,
                null,
                DeadLetterHeaders.writable(record.withHeaders(headers)),
                false,
                MessageHeaders.text(record.headers(), MessageHeaders.REQUEST),
                new Outcome.Failed<>(messageId, stage, cut(String.valueOf(cause.getMessage()))));
    }
}
