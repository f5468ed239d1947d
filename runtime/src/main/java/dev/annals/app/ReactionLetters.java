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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Answers events that a reaction has set aside, and sends the commands that they lead to. */
record ReactionLetters(LetterAnswers answers, DeadLetterTopic letters, Clock clock) implements LetterHandler {

    @Override
    public Optional<List<String>> handle(ConsumerRecord<byte[], byte[]> event) {
        return answers.to(event, clock.millis()).map(this::send);
    }

    /** Under the same ids whenever they are sent, so that some of them may have been before. */
    private List<String> send(List<ProducerRecord<byte[], byte[]>> commands) {
        CompletableFuture.allOf(commands.stream().map(letters::send).toArray(CompletableFuture[]::new))
                .join();
        return commands.stream()
                .map(command -> Objects.requireNonNull(
                        MessageHeaders.text(command.headers(), MessageHeaders.ID), "a command has an id"))
                .toList();
    }
}
