package dev.annals.processor;

import static dev.annals.processor.GeneratedShop.articleCommand;
import static dev.annals.processor.GeneratedShop.articles;
import static dev.annals.processor.GeneratedShop.orderCommand;
import static dev.annals.processor.GeneratedShop.orders;
import static dev.annals.processor.GeneratedShop.tillCommand;
import static dev.annals.processor.GeneratedShop.tills;
import static dev.annals.processor.ShopSamples.ABSENT;
import static dev.annals.processor.ShopSamples.BOXES;
import static dev.annals.processor.ShopSamples.COLLECTIONS;
import static dev.annals.processor.ShopSamples.DEFAULTS;
import static dev.annals.processor.ShopSamples.DESCRIBED;
import static dev.annals.processor.ShopSamples.EMPTY;
import static dev.annals.processor.ShopSamples.LINE;
import static dev.annals.processor.ShopSamples.command;
import static dev.annals.processor.ShopSamples.placeOrder;
import static dev.annals.processor.ShopSamples.recordEverything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.avro.MalformedDataException;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.UnreadableMessageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated serdes, held against Avro's own reader and writer. */
class ShopMessagesTest {

    private static final int HEADER_LENGTH = 10;

    /** A message and the serde for it. */
    record Message(MessageSerde<Object> serde, Object value) {
        @Override
        public String toString() {
            return serde.typeName(value);
        }

        Schema schema() {
            return new Schema.Parser().parse(GeneratedShop.schema(serde.typeName(value)));
        }

        byte[] body() {
            byte[] bytes = serde.write(value);
            return Arrays.copyOfRange(bytes, HEADER_LENGTH, bytes.length);
        }
    }

    /** Commands, the events that they lead to, and the snapshots that those leave. */
    static List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        add(
                messages,
                orders(),
                Stream.of(
                                placeOrder(),
                                command("AddLines", "\"lines\":[" + LINE + "," + LINE + "]"),
                                command("AddLines", "\"lines\":[" + LINE + "]"),
                                command("RateOrder", "\"stars\":4"),
                                command("RateOrder", "\"stars\":4"),
                                recordEverything(BOXES, COLLECTIONS),
                                recordEverything(ABSENT, EMPTY),
                                command("PauseOrder", ""),
                                command("CancelOrder", "\"reason\":\"no money\""),
                                recordEverything(ABSENT, COLLECTIONS),
                                command("CancelOrder", ""),
                                command("PlaceOrder", "\"customer\":\"\",\"lines\":[" + LINE + "]"),
                                command("ShipOrder", ""))
                        .map(GeneratedShop::orderCommand)
                        .toList());
        add(
                messages,
                articles(),
                List.of(
                        articleCommand("{\"_type\":\"ChangePicture\",\"number\":1,\"picture\":\"AP8=\"}"),
                        articleCommand(
                                "{\"_type\":\"Take\",\"number\":1,\"count\":1,\"price\":{\"amount\":1,\"currency\":\"EUR\"}}"),
                        articleCommand(
                                "{\"_type\":\"Take\",\"number\":1,\"count\":0,\"price\":{\"amount\":1,\"currency\":\"EUR\"}}")));
        add(messages, tills(), List.of(tillCommand("{\"_type\":\"Switch\",\"number\":\"SECOND\"}")));
        return messages;
    }

    private static void add(
            List<Message> messages, Aggregate<Object, Object, Object, Object> aggregate, List<Object> commands) {
        AggregateSerdes<Object, Object, Object> serdes = serdes(aggregate);
        @Nullable Object state = null;
        for (Object command : commands) {
            messages.add(new Message(serdes.commands(), command));
            Decision<Object> decision = aggregate.decide(state, command, GeneratedShop.context(new UUID(1, 2)));
            if (decision instanceof Decision.Accepted<Object> accepted) {
                for (Object event : accepted.events()) {
                    messages.add(new Message(serdes.events(), event));
                    state = aggregate.isFailure(event) ? state : aggregate.evolve(state, event);
                }
            }
            if (state != null) {
                messages.add(new Message(serdes.snapshots(), state));
            }
        }
    }

    private static AggregateSerdes<Object, Object, Object> serdes(Aggregate<Object, Object, Object, Object> aggregate) {
        return AggregateSerdes.of(aggregate, new InMemorySchemaRegistry());
    }

    @Test
    void allMessagesAreAmongTheSamples() {
        List<String> sampled = messages().stream().map(Message::toString).toList();

        assertThat(Stream.of(orders(), articles(), tills())
                        .flatMap(one -> Stream.of(one.commands(), one.events(), one.snapshots()))
                        .flatMap(serde -> serde.schemas().stream())
                        .map(MessageSchema::name))
                .isNotEmpty()
                .isSubsetOf(sampled);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsWhatItWrote(Message message) {
        Object read = message.serde().read(message.serde().write(message.value()));

        assertThat(AvroValues.ofJava(read, message.schema()))
                .isEqualTo(AvroValues.ofJava(message.value(), message.schema()));
        assertThat(read).hasSameClassAs(message.value());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void avroReadsTheSameValuesByThePublishedSchema(Message message) throws IOException {
        assertThat(AvroValues.ofAvro(readByAvro(message)))
                .isEqualTo(AvroValues.ofJava(message.value(), message.schema()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsWhatAvroWrote(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(message.serde().write(message.value()), 0, HEADER_LENGTH);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(message.schema(), AvroValues.model()).write(readByAvro(message), encoder);
        encoder.flush();

        Object read = message.serde().read(bytes.toByteArray());

        assertThat(AvroValues.ofJava(read, message.schema()))
                .isEqualTo(AvroValues.ofJava(message.value(), message.schema()));
    }

    private static Object readByAvro(Message message) throws IOException {
        return new GenericDatumReader<>(message.schema(), message.schema(), AvroValues.model())
                .read(null, DecoderFactory.get().binaryDecoder(message.body(), null));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void headerIsTheFingerprintOfThePublishedSchema(Message message) {
        long fingerprint = SchemaNormalization.parsingFingerprint64(message.schema());
        byte[] header = ByteBuffer.allocate(HEADER_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(fingerprint)
                .array();

        assertThat(message.serde().write(message.value())).startsWith(header);
        assertThat(message.serde().schemas())
                .contains(new MessageSchema(
                        message.toString(), 1, fingerprint, GeneratedShop.schema(message.toString())));
    }

    /** Avro's defaults, in bytes by Avro's own encoder, and the defaults of JSON. */
    @Test
    void defaultsAreTheSameInAvroAndInJson() throws IOException {
        Object command = orderCommand(recordEverything(BOXES, COLLECTIONS).replace(DESCRIBED, DEFAULTS));
        Message message = new Message(serdes(orders()).commands(), command);
        Schema schema = message.schema()
                .getField("everything")
                .schema()
                .getField("described")
                .schema();
        GenericData.Record defaults = new GenericData.Record(schema);
        defaults.put("look", "well");
        for (Schema.Field field : schema.getFields()) {
            if (field.hasDefaultValue()) {
                defaults.put(field.pos(), AvroValues.model().getDefaultValue(field));
            }
        }
        GenericData.Record read = (GenericData.Record) readByAvro(message);

        assertThat(AvroValues.ofAvro(defaults))
                .isEqualTo(AvroValues.ofAvro(((GenericData.Record) read.get("everything")).get("described")));
    }

    @Test
    void messageOfAnotherTopicIsRefused() {
        byte[] command = serdes(orders()).commands().write(orderCommand(placeOrder()));

        assertThatThrownBy(() -> serdes(orders()).events().read(command))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining("PlaceOrder")
                .hasMessageEndingWith("is not one of the events of shop.orders that this code knows");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void bytesThatAreCutOrTooManyAreRefused(Message message) {
        byte[] bytes = message.serde().write(message.value());

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> message.serde().read(cut)).isInstanceOf(MalformedDataException.class);
        }
        assertThatThrownBy(() -> message.serde().read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(MalformedDataException.class);
    }
}
