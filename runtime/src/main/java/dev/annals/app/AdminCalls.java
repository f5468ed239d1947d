package dev.annals.app;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Waits for what the admin client was asked, at start. */
final class AdminCalls {

    private AdminCalls() {}

    /**
     * The answer.
     *
     * @param what it was asked to do, for the message
     * @throws TopicExistsException when that is the answer
     * @throws StartException when there is another failure, or no answer
     */
    static <T> T get(KafkaFuture<T> result, String what) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.CANNOT_START, "Interrupted while trying to " + what, e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof TopicExistsException exists) {
                throw exists;
            }
            String hint = cause instanceof TimeoutException
                    ? ". Is there a broker at kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS)?"
                    : "";
            throw new StartException(
                    ExitCode.CANNOT_START, "Kafka could not " + what + ": " + cause.getMessage() + hint, cause);
        }
    }
}
