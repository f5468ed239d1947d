package dev.annals.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Messages that are written in an array which is used again are none the worse for it. */
class WriteBufferTest {

    private final MessageSerde<Supplier<String>> serde = new MessageSerde<>(new Codec(), new InMemorySchemaRegistry());

    /** Writes a text that is asked for while the message is being written. */
    private static final class Codec implements MessageCodec<Supplier<String>> {

        @Override
        public String description() {
            return "texts";
        }

        @Override
        public List<MessageSchema> schemas() {
            return List.of(new MessageSchema("Text", 1, 1, "\"string\""));
        }

        @Override
        public int write(AvroWriter out, Supplier<String> message) {
            out.writeString("first");
            out.writeString(message.get());
            return 0;
        }

        @Override
        public Supplier<String> read(int schema, AvroReader in) {
            String text = in.readString() + in.readString();
            return in.end(() -> text);
        }

        @Override
        public String typeName(Supplier<String> message) {
            return "Text";
        }
    }

    private String written(String text) {
        return serde.read(serde.write(() -> text)).get();
    }

    @Test
    void messageInTheMidstOfAnotherDoesNotDisturbIt() {
        byte[] outer = serde.write(() -> written("inner".repeat(1_000)));

        assertThat(serde.read(outer).get()).isEqualTo("firstfirst" + "inner".repeat(1_000));
    }

    @Test
    void messageThatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> serde.write(() -> {
                    throw new IllegalStateException("no text");
                }))
                .hasMessage("no text");

        assertThat(written("second")).isEqualTo("firstsecond");
    }

    @Test
    void shortMessageAfterALongOneIsShort() {
        assertThat(written("x".repeat(10_000))).hasSize(10_005);
        assertThat(serde.write(() -> "")).hasSize(10 + 6 + 1);
    }

    @Test
    void threadsDoNotShareTheArray() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Void>> writers = List.of(
                    CompletableFuture.runAsync(() -> writeOften("a"), threads),
                    CompletableFuture.runAsync(() -> writeOften("b"), threads));
            writers.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
        }
    }

    private void writeOften(String text) {
        for (int i = 0; i < 5_000; i++) {
            assertThat(written(text.repeat(i % 700))).isEqualTo("first" + text.repeat(i % 700));
        }
    }

    @Test
    void keepsTheArrayThatItIsGivenBackUnlessItIsLarge() {
        WriteBuffer buffer = new WriteBuffer();
        byte[] array = new byte[WriteBuffer.LARGEST_KEPT];

        buffer.giveBack(array);
        assertThat(buffer.take()).isSameAs(array);
        assertThat(buffer.take()).hasSize(WriteBuffer.INITIAL_CAPACITY);
        buffer.giveBack(new byte[WriteBuffer.LARGEST_KEPT + 1]);
        assertThat(buffer.take()).hasSize(WriteBuffer.INITIAL_CAPACITY);
    }
}
