package dev.annals.benchmarks.byhand;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes a command, writes it to its topic, and answers with the reply. */
final class CommandHandler implements HttpHandler {

    private static final JsonMapper JSON = new JsonMapper();

    private final Producer<String, byte[]> producer;
    private final ReplyListener replies;

    CommandHandler(Producer<String, byte[]> producer, ReplyListener replies) {
        this.producer = producer;
        this.replies = replies;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.getRequestReceiver()
                .receiveFullBytes((received, body) -> received.dispatch(() -> send(received, body)));
    }

    private void send(HttpServerExchange exchange, byte[] body) {
        String id = UUID.randomUUID().toString();
        CompletableFuture<?> unusedReply = replies.await(id)
                .thenAccept(reply -> exchange.getIoThread()
                        .execute(() -> exchange.getResponseSender().send(ByteBuffer.wrap(reply))));
        ProducerRecord<String, byte[]> command = new ProducerRecord<>(HandWrittenBank.COMMANDS, account(body), body);
        command.headers().add(ReplyListener.REQUEST_ID, id.getBytes(StandardCharsets.UTF_8));
        Future<?> unusedSend = producer.send(command);
    }

    private static String account(byte[] body) {
        try {
            return JSON.readTree(body).required("account").textValue();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }
}
