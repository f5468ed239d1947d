package dev.annals.aggregate;

import static dev.annals.aggregate.MessageHeaders.bytes;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets aside commands that could not be processed: the record as it came, with headers that say why.
 *
 * <p>The headers are those that Kafka Streams itself gives its dead letters (<a
 * href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-1034">KIP-1034</a>), and {@code annals.stage} and {@code
 * annals.message.id} of our own.
 */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    static final String PREFIX = "__streams.errors.";
    static final String MESSAGE_ID = "annals.message.id";
    static final String OMITTED = "annals.omitted";

    private static final String STAGE = "annals.stage";
    private static final Set<String> OWN = Set.of(MESSAGE_ID, OMITTED, STAGE);
    private static final int LONGEST_TEXT = 4_000;

    /** Below the 2 MiB that the topic and the producer are set to. */
    private static final RecordLimit LIMIT = new RecordLimit(2_000_000);

    private DeadLetters() {}

    static <E> Effects<E> of(Record<byte[], byte[]> record, Place place, Outcome.Stage stage, Throwable cause) {
        String messageId = CommandReader.messageId(record, place);
        LOG.error("Command {} at {} failed ({}) and is a dead letter", cut(messageId), place, stage, cause);
        Headers headers = new RecordHeaders(record.headers());
        headers.add(PREFIX + "exception", bytes(cause.getClass().getName()));
        headers.add(PREFIX + "message", bytes(cut(String.valueOf(cause.getMessage()))));
        headers.add(PREFIX + "stacktrace", bytes(cut(stackTrace(cause))));
        headers.add(PREFIX + "topic", bytes(place.topic()));
        headers.add(PREFIX + "partition", bytes(Integer.toString(place.partition())));
        headers.add(PREFIX + "offset", bytes(Long.toString(place.offset())));
        headers.add(STAGE, bytes(stage.name().toLowerCase(Locale.ROOT)));
        headers.add(MESSAGE_ID, bytes(cut(messageId)));
        return new Effects<>(
                List.of(),
                null,
                null,
                writable(record, headers),
                false,
                MessageHeaders.text(record.headers(), MessageHeaders.REQUEST),
                new Outcome.Failed<>(messageId, stage, cut(String.valueOf(cause.getMessage()))));
    }

    /** What is too large even for the dead-letter topic stays where it is, and its headers say where that is. */
    private static Record<byte[], byte[]> writable(Record<byte[], byte[]> record, Headers headers) {
        Record<byte[], byte[]> whole = record.withHeaders(headers);
        if (LIMIT.allows(whole)) {
            return whole;
        }
        Headers own = new RecordHeaders();
        for (Header header : headers) {
            if (isOwn(header.key())) {
                own.add(header);
            }
        }
        own.add(OMITTED, bytes("key, value and headers"));
        return new Record<>(null, null, record.timestamp(), own);
    }

    /** Whether a header says why a record is a dead letter, and is not the record's own. */
    static boolean isOwn(String header) {
        return header.startsWith(PREFIX) || OWN.contains(header);
    }

    private static String stackTrace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
