package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.aggregate.Counters.Action;
import dev.annals.aggregate.Counters.Command;
import dev.annals.aggregate.Counters.Count;
import dev.annals.aggregate.Counters.Event;
import dev.annals.schema.InMemorySchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class CommandGatewayTest {

    private static final Command COMMAND = Command.of("größe", Action.ADD);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AggregateRuntime<String, Command, Event, Count> runtime =
            new AggregateRuntime<>(new Counters(), Engine.of(new InMemorySchemaRegistry()));

    @Test
    void commandIsSentWithItsHeaders() {
        CompletableFuture<CommittedOutcome<Event>> outcome = send(Duration.ofMinutes(1));

        assertThat(outcome).isNotDone();
        ProducerRecord<byte[], byte[]> record = producer.history().get(0);
        assertThat(record.topic()).isEqualTo("counting.counters.commands");
        assertThat(record.partition()).isNull();
        assertThat(record.key()).isEqualTo("größe".getBytes(StandardCharsets.UTF_8));
        assertThat(Counters.SERDES.commands().read(record.value())).isEqualTo(COMMAND);
        assertThat(header(record, MessageHeaders.ID)).isEqualTo("m1");
        assertThat(header(record, MessageHeaders.REQUEST)).isEqualTo("r1");
        assertThat(header(record, MessageHeaders.IF_MATCH)).isEqualTo("\"3\"");
        assertThat(record.headers().lastHeader(MessageHeaders.IF_NONE_MATCH)).isNull();
        assertThat(header(record, MessageHeaders.TYPE)).isEqualTo("counting.Command");
        assertThat(header(record, MessageHeaders.SOURCE)).isEqualTo("/counting/counters");
        assertThat(header(record, MessageHeaders.SUBJECT)).isEqualTo("größe");
        assertThat(header(record, MessageHeaders.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(header(record, MessageHeaders.CONTENT_TYPE)).isEqualTo("application/avro");
        assertThat(Instant.parse(String.valueOf(header(record, MessageHeaders.TIME))))
                .isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void commandThatKafkaDoesNotConfirmMayHaveBeenTaken() {
        CompletableFuture<CommittedOutcome<Event>> outcome = send(Duration.ofMinutes(1));

        producer.errorNext(new NotEnoughReplicasException("too few"));

        assertThat(failure(outcome))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("Kafka did not confirm the command");
    }

    @Test
    void commandThatTheProducerRefusesIsNotSent() {
        producer.sendException = new org.apache.kafka.common.errors.TimeoutException("no metadata");

        assertThat(failure(send(Duration.ofMinutes(1)))).isInstanceOf(CommandNotSentException.class);
    }

    @Test
    void commandAfterTheProducerIsClosedIsNotSent() {
        producer.close();

        assertThat(failure(send(Duration.ofMinutes(1)))).isInstanceOf(CommandNotSentException.class);
    }

    @Test
    void commandWithoutAnOutcomeTimesOut() {
        assertThat(failure(send(Duration.ofMillis(1)))).isInstanceOf(TimeoutException.class);
    }

    private CompletableFuture<CommittedOutcome<Event>> send(Duration timeout) {
        return new CommandGateway(producer, timeout)
                .send(runtime, new CommandRequest<>(COMMAND, "m1", "r1", Condition.of("\"3\"", null), null, null), 0);
    }

    private static Throwable failure(CompletableFuture<CommittedOutcome<Event>> outcome) {
        return outcome.<Throwable>handle((value, failure) -> failure).join();
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return String.valueOf(MessageHeaders.text(record.headers(), name));
    }
}
