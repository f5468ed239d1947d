package dev.annals.app;

import dev.annals.aggregate.DeadLetterTopic;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.http.LetterHandler;
import dev.annals.reaction.LetterAnswers;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Answers events that a reaction has set aside, and sends the commands that they lead to. */
record ReactionLetters(LetterAnswers answers, DeadLetterTopic letters, Clock clock) implements LetterHandler {

    @Override
    public Optional<List<String>> handle(ConsumerRecord<byte[], byte[]> event) {
        return answers.to(event, clock.millis()).map(this::send);
    }

    /** Under the same ids whenever they are sent: where Kafka takes some of them alone, all are to be sent once more. */
    private List<String> send(List<ProducerRecord<byte[], byte[]>> commands) {
        try {
            CompletableFuture.allOf(commands.stream().map(letters::send).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : e;
        }
        return commands.stream()
                .map(command -> Objects.requireNonNull(
                        MessageHeaders.text(command.headers(), MessageHeaders.ID), "a command has an id"))
                .toList();
    }
}
