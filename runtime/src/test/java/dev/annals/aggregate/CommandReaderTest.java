package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.avro.MalformedDataException;
import dev.annals.schema.Framing;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import dev.annals.serde.MessageSerde;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the records of the commands topic are read as, where their command is not known. */
class CommandReaderTest {

    private static final MessageSchema OTHER = new MessageSchema(
            "strangers.Audit",
            1,
            7,
            "{\"type\":\"record\",\"name\":\"Audit\",\"namespace\":\"strangers\",\"fields\":[]}");
    private static final Place PLACE = new Place("strangers.commands", 0, 42);
    private static final byte[] AUDIT = Framing.SINGLE_OBJECT.header(OTHER.fingerprint());

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final Strangers strangers = new Strangers();
    private final CommandReader<Integer, Stranger> reader =
            new CommandReader<>(strangers, new MessageSerde<>(strangers.commands(), registry), new Partitioning(1));

    /** A command of which nothing is known but what any message tells. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stranger(long fingerprint, String name, byte[] bytes) {}

    private CommandRecord<Integer, Stranger> read(byte @Nullable [] key) {
        registry.register(List.of(OTHER));
        return reader.read(new Record<>(key, AUDIT, 0L), PLACE);
    }

    @Test
    void unknownCommandIsForTheEntityThatItsRecordNames() {
        CommandRecord<Integer, Stranger> command = read(strangers.keys().toBytes(5));

        assertThat(command.key()).isEqualTo(5);
        assertThat(command.command().name()).isEqualTo("strangers.Audit");
        assertThat(command.command().bytes()).isEqualTo(AUDIT);
    }

    @Test
    void keyOfAnUnknownCommandIsOneOfTheAggregates() {
        assertThatThrownBy(() -> read("a word".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A key of 6 bytes where 4 are expected");
    }

    @Test
    void unknownCommandWithoutAKeyIsForNobody() {
        assertThatThrownBy(() -> read(null))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("no key");
    }

    /** An aggregate that knows no command at all. */
    private static final class Strangers implements Aggregate<Integer, Stranger, Stranger, Stranger> {

        @Override
        public AggregateName name() {
            return new AggregateName("strangers", "");
        }

        @Override
        public KeyCodec<Integer> keys() {
            return KeyCodec.INT;
        }

        @Override
        public Integer keyOf(Stranger command) {
            throw new IllegalArgumentException("Not a command of strangers: " + command.name());
        }

        @Override
        public Decision<Stranger> decide(@Nullable Stranger state, Stranger command, CommandContext context) {
            return Decision.accept();
        }

        @Override
        public @Nullable Stranger evolve(@Nullable Stranger state, Stranger event) {
            return state;
        }

        @Override
        public boolean isFailure(Stranger event) {
            return false;
        }

        @Override
        public MessageCodec<Stranger> commands() {
            return new StrangerCodec();
        }

        @Override
        public MessageCodec<Stranger> events() {
            return commands();
        }

        @Override
        public MessageCodec<Stranger> snapshots() {
            return commands();
        }
    }

    private static final class StrangerCodec implements MessageCodec<Stranger> {

        @Override
        public String description() {
            return "strangers";
        }

        @Override
        public List<MessageSchema> schemas() {
            return List.of();
        }

        @Override
        public int write(AvroWriter out, Stranger message) {
            throw new IllegalArgumentException(message.name());
        }

        @Override
        public Stranger read(int schema, AvroReader in) {
            throw new IllegalArgumentException("No schema " + schema);
        }

        @Override
        public String typeName(Stranger message) {
            return message.name();
        }

        @Override
        public Stranger unknown(long fingerprint, String name, byte[] bytes) {
            return new Stranger(fingerprint, name, bytes);
        }

        @Override
        public byte[] unknownBytes(Stranger message) {
            return message.bytes();
        }
    }
}
