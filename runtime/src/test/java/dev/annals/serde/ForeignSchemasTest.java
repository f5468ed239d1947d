package dev.annals.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.UnknownSchemaException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Old code and new code, each with its own codec, on one registry. */
class ForeignSchemasTest {

    private static final MessageSchema FIRST = schema("""
            {"type":"record","name":"bank.Deposited","fields":[
              {"name":"note","type":"string"}, {"name":"euros","type":"long"}, {"name":"branch","type":"int"}]}
            """);

    private static final MessageSchema RENAMED_FIRST = schema("""
            {"type":"record","name":"bank.PaidIn","aliases":["bank.Deposited"],"fields":[
              {"name":"euros","type":"long"},
              {"name":"text","aliases":["note"],"type":"string"},
              {"name":"currency","type":"string","default":"EUR"}]}
            """);

    private static final MessageSchema SECOND = schema("""
            {"type":"record","name":"bank.PaidIn","aliases":["bank.Deposited"],"annals.version":2,"fields":[
              {"name":"cents","type":"long"}, {"name":"text","type":"string"}, {"name":"currency","type":"string"}]}
            """);

    private static final MessageSchema CLOSED = schema(
            "{\"type\":\"record\",\"name\":\"bank.Closed\",\"fields\":[{\"name\":\"why\",\"type\":\"string\"}]}");

    private final SchemaRegistry registry = new InMemorySchemaRegistry();
    private final MessageSerde<Old> old = new MessageSerde<>(new OldCodec(), registry);

    record Old(String note, long euros, int branch) {}

    sealed interface New {
        record PaidIn(long cents, String text, String currency) implements New {}

        record Closed(String why) implements New {}

        @SuppressWarnings("ArrayRecordComponent") // As it is of a leaf that is marked @Unknown.
        record Other(long fingerprint, String name, byte[] bytes) implements New {}
    }

    @Test
    void newCodeReadsWhatOldCodeWroteAndBringsItUpToDate() {
        MessageSerde<New> serde = new MessageSerde<>(new NewCodec(true, List.of(RENAMED_FIRST)), registry);

        for (int i = 0; i < 3; i++) {
            assertThat(serde.read(old.write(new Old("rent", 12, i)))).isEqualTo(new New.PaidIn(1_200, "rent", "EUR"));
        }
        New now = new New.PaidIn(1_234, "food", "CHF");
        assertThat(serde.read(serde.write(now))).isEqualTo(now);
    }

    @Test
    void aMessageThatIsNotKnownIsKept() {
        MessageSerde<New> serde = new MessageSerde<>(new NewCodec(true, List.of()), registry);
        MessageSchema added = schema("{\"type\":\"record\",\"name\":\"bank.Frozen\",\"fields\":[]}");
        registry.register(List.of(added));
        byte[] bytes = registry.framing().header(added.fingerprint());

        New read = serde.read(bytes);

        assertThat(read).isEqualTo(new New.Other(added.fingerprint(), "bank.Frozen", bytes));
        assertThat(serde.typeName(read)).isEqualTo("bank.Frozen");
        assertThat(serde.write(read)).isSameAs(bytes);
    }

    @Test
    void aMessageOfALaterVersionIsNotKnown() {
        new MessageSerde<>(new NewCodec(true, List.of()), registry);
        byte[] later = new MessageSerde<>(new NewCodec(true, List.of()), registry).write(new New.PaidIn(1, "", ""));

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> new MessageSerde<>(new NewCodec(false, List.of()), registry)
                        .read(registry.framing()
                                .header(registered("bank.PaidIn", 3).fingerprint())))
                .withMessageContaining("bank.PaidIn")
                .withMessageContaining("is not one of the events of bank that this code knows");
        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> old.read(later))
                .withMessage(
                        "A message of bank.PaidIn (Avro schema with fingerprint %016x) is not one of the old events that this code knows"
                                .formatted(SECOND.fingerprint()));
    }

    @Test
    void aMessageOfAnEarlierVersionThatIsNotBroughtUpToDateIsRefused() {
        MessageSerde<New> serde = new MessageSerde<>(new NewCodec(true, List.of()), registry);

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> serde.read(old.write(new Old("rent", 12, 1))))
                .withMessageEndingWith("cannot be read: it is of version 1, and of versions [2] only can it be read");
    }

    @Test
    void whatCannotBeReadSaysAllThatStandsAgainstIt() {
        MessageSchema other = schema(
                "{\"type\":\"record\",\"name\":\"bank.Closed\",\"fields\":[{\"name\":\"why\",\"type\":\"int\"}]}");
        registry.register(List.of(other));
        MessageSerde<New> serde = new MessageSerde<>(new NewCodec(true, List.of()), registry);

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> serde.read(registry.framing().header(other.fingerprint())))
                .withMessage("A message of bank.Closed (Avro schema with fingerprint %016x) cannot be read: "
                                .formatted(other.fingerprint())
                        + "'why' is written as int and read as string");
    }

    @Test
    void aSchemaThatIsNotRegisteredIsNamed() {
        assertThatExceptionOfType(UnknownSchemaException.class)
                .isThrownBy(() -> old.read(registry.framing().header(0xFEEDL)))
                .withMessageContaining("000000000000feed");
    }

    @Test
    void whatIsRegisteredNeedBeNoSchemaOfARecord() {
        registry.register(
                List.of(new MessageSchema("x", 1, 5, "\"string\""), new MessageSchema("x", 1, 6, "nonsense")));

        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> old.read(registry.framing().header(5)))
                .withMessageContaining("A message of string");
        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> old.read(registry.framing().header(6)))
                .withMessageContaining("no Avro schema");
    }

    private MessageSchema registered(String name, int version) {
        MessageSchema added = schema(
                "{\"type\":\"record\",\"name\":\"%s\",\"annals.version\":%d,\"fields\":[]}".formatted(name, version));
        registry.register(List.of(added));
        return added;
    }

    private static MessageSchema schema(String json) {
        Schema schema = new Schema.Parser().parse(json);
        int version = schema.getObjectProp("annals.version") instanceof Integer number ? number : 1;
        return new MessageSchema(
                schema.getFullName(), version, SchemaNormalization.parsingFingerprint64(schema), schema.toString());
    }

    /** As it was generated once. */
    private static final class OldCodec implements MessageCodec<Old> {

        @Override
        public String description() {
            return "the old events";
        }

        @Override
        public List<MessageSchema> schemas() {
            return List.of(FIRST);
        }

        @Override
        public int write(AvroWriter out, Old message) {
            out.writeString(message.note());
            out.writeLong(message.euros());
            out.writeInt(message.branch());
            return 0;
        }

        @Override
        public Old read(int schema, AvroReader in) {
            return in.end(new Old(
                    in.field(0).readString(),
                    in.field(1).readLong(),
                    in.field(2).readInt()));
        }

        @Override
        public String typeName(Old message) {
            return FIRST.name();
        }
    }

    /** As it would be generated now. */
    private record NewCodec(boolean keepsUnknown, List<MessageSchema> formerSchemas) implements MessageCodec<New> {

        @Override
        public String description() {
            return "the events of bank";
        }

        @Override
        public List<MessageSchema> schemas() {
            return List.of(CLOSED, SECOND);
        }

        @Override
        public int write(AvroWriter out, New message) {
            if (message instanceof New.Closed closed) {
                out.writeString(closed.why());
                return 0;
            }
            New.PaidIn paid = (New.PaidIn) message;
            out.writeLong(paid.cents());
            out.writeString(paid.text());
            out.writeString(paid.currency());
            return 1;
        }

        @Override
        public New read(int schema, AvroReader in) {
            return switch (schema) {
                case 0 -> in.end(new New.Closed(in.field(0).readString()));
                case 1 -> in.end(paid(in, 1));
                default -> in.end(paid(in, 100));
            };
        }

        private static New paid(AvroReader in, int factor) {
            return new New.PaidIn(
                    in.field(0).readLong() * factor,
                    in.field(1).readString(),
                    in.field(2).readString());
        }

        @Override
        public String typeName(New message) {
            return message instanceof New.Other other ? other.name() : "";
        }

        @Override
        public @Nullable New unknown(long fingerprint, String name, byte[] bytes) {
            return keepsUnknown ? new New.Other(fingerprint, name, bytes) : null;
        }

        @Override
        public byte @Nullable [] unknownBytes(New message) {
            return message instanceof New.Other other ? other.bytes() : null;
        }
    }
}
