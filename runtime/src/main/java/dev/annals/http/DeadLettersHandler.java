package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.DeadLetterTopic;
import dev.annals.schema.SchemaRegistryException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows dead letters, and has done again what they ask for. */
final class DeadLettersHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersHandler.class);

    private static final HttpString LINK = new HttpString("Link");
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 200;
    private static final Pattern ID = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** Each look at the topic has a consumer of its own. */
    private static final int AT_ONCE = 2;

    private final Semaphore permits = new Semaphore(AT_ONCE);

    private final DeadLetterTopic letters;
    private final DeadLetterJson json;

    DeadLettersHandler(DeadLetterTopic letters, DeadLetterJson json) {
        this.letters = letters;
        this.json = json;
    }

    private record Place(int partition, long offset) {}

    HttpHandler page() {
        return guarded(this::sendPage);
    }

    HttpHandler one() {
        return guarded(exchange -> {
            ConsumerRecord<byte[], byte[]> letter = find(Paths.lastSegment(exchange));
            Replies.sendJson(exchange, 200, out -> json.write(out, letter, true));
        });
    }

    HttpHandler resend(AggregateRuntime<?, ?, ?, ?> aggregate) {
        return guarded(exchange -> {
            String path = exchange.getRequestPath();
            String[] segments = path.split("/", -1);
            send(exchange, find(segments[segments.length - 2]), aggregate);
        });
    }

    HttpHandler handle(LetterHandler handler) {
        return guarded(exchange -> {
            String[] segments = exchange.getRequestPath().split("/", -1);
            String id = segments[segments.length - 2];
            List<String> commands = letters.original(find(id))
                    .flatMap(event -> handled(id, event, handler))
                    .orElseThrow(() -> new ProblemException(Problems.noSuchEvent(id)));
            Replies.sendJson(exchange, 200, out -> {
                out.writeStartObject();
                out.writeArrayFieldStart("commands");
                for (String command : commands) {
                    out.writeString(command);
                }
                out.writeEndArray();
                out.writeEndObject();
            });
        });
    }

    private static Optional<List<String>> handled(
            String id, ConsumerRecord<byte[], byte[]> event, LetterHandler handler) {
        try {
            return handler.handle(event);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (TimeoutException e) {
            throw new ProblemException(Problems.eventNotHandled(id));
        } catch (Exception e) {
            LOG.error("Handling dead letter {} of {} failed", id, event.topic(), e);
            throw new ProblemException(Problems.eventFailed(id, e));
        }
    }

    private HttpHandler guarded(HttpHandler handler) {
        return exchange -> Failures.onWorker(exchange, worker -> {
            if (!permits.tryAcquire()) {
                Replies.retryLater(worker, "Others are looking at the dead letters");
                return;
            }
            try {
                handler.handleRequest(worker);
            } finally {
                permits.release();
            }
        });
    }

    private void sendPage(HttpServerExchange exchange) {
        int limit = Parameters.wholeNumber(exchange, "limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        Place from =
                Parameters.find(exchange, "from").map(DeadLettersHandler::place).orElse(new Place(0, 0));
        List<ConsumerRecord<byte[], byte[]>> found = letters.page(from.partition(), from.offset(), limit + 1);
        if (found.size() > limit) {
            String next = DeadLetterJson.id(found.get(limit));
            exchange.getResponseHeaders()
                    .put(LINK, "<%s?limit=%d&from=%s>; rel=\"next\"".formatted(exchange.getRequestPath(), limit, next));
        }
        Replies.sendJson(exchange, 200, out -> {
            out.writeStartArray();
            for (ConsumerRecord<byte[], byte[]> letter : found.subList(0, Math.min(limit, found.size()))) {
                json.write(out, letter, false);
            }
            out.writeEndArray();
        });
    }

    private void send(
            HttpServerExchange exchange,
            ConsumerRecord<byte[], byte[]> letter,
            AggregateRuntime<?, ?, ?, ?> aggregate) {
        ProducerRecord<byte[], byte[]> command = letters.command(letter)
                .orElseThrow(() -> new ProblemException(Problems.cannotResend(DeadLetterJson.id(letter))));
        String messageId = aggregate.messageId(command);
        letters.send(command).join();
        Replies.accepted(exchange, messageId, aggregate.name().path() + "/events/one/" + Paths.encode(messageId));
    }

    private ConsumerRecord<byte[], byte[]> find(String id) {
        Place place = place(id);
        Optional<ConsumerRecord<byte[], byte[]>> letter = letters.find(place.partition(), place.offset());
        return letter.orElseThrow(() -> new ProblemException(Problems.noSuchDeadLetter(id)));
    }

    private static Place place(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new ProblemException(Problems.noSuchDeadLetter(id));
        }
        return new Place(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
}
