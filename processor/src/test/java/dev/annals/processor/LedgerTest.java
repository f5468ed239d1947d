package dev.annals.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.json.InvalidJsonException;
import dev.annals.json.Json;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Former versions that are brought up to date, and messages that are not known, as they are generated. */
class LedgerTest {

    private static final Domain LEDGER = Domain.in("src/test/resources/ledger");
    private static final Compiled COMPILED = Compiled.compile(LEDGER);
    private static final GeneratedClasses CLASSES = new GeneratedClasses(COMPILED.compilation());
    private static final Aggregate<Object, Object, Object, Object> AGGREGATE =
            CLASSES.aggregate("ledger.LedgerAggregate");
    private static final MessageCodec<Object> EVENTS = AGGREGATE.events();

    @Test
    void generatesTheGoldens() {
        Goldens.of("ledger").match(COMPILED.generated());
    }

    @Test
    void compilesWithoutWarnings() {
        COMPILED.isClean();
    }

    @Test
    void versionsAreCountedFromTheFormerOnes() {
        assertThat(EVENTS.schemas()).extracting(MessageSchema::version).containsExactly(3, 1);
        assertThat(EVENTS.formerSchemas()).extracting(MessageSchema::version).containsExactly(1, 2);
        assertThat(EVENTS.formerSchemas()).extracting(MessageSchema::name).containsOnly("ledger.Entry.Booked");
        assertThat(AGGREGATE.snapshots().schemas())
                .extracting(MessageSchema::version)
                .containsExactly(2);
        assertThat(AGGREGATE.commands().formerSchemas()).isEmpty();
    }

    @Test
    void schemasSayTheirVersions() {
        assertThat(EVENTS.schemas())
                .extracting(schema -> parsed(schema).getObjectProp("annals.version"))
                .containsExactly(3, null);
        assertThat(EVENTS.formerSchemas())
                .extracting(schema -> parsed(schema).getObjectProp("annals.version"))
                .containsExactly(null, 2);
        assertThat(EVENTS.formerSchemas())
                .extracting(schema -> parsed(schema).getFullName())
                .containsOnly("ledger.Entry.Booked");
    }

    private static Object unknown(MessageCodec<Object> codec, long fingerprint, String name, byte[] bytes) {
        return Objects.requireNonNull(codec.unknown(fingerprint, name, bytes));
    }

    private static Schema parsed(MessageSchema schema) {
        return new Schema.Parser().parse(schema.json());
    }

    @Test
    void formerVersionGoesThroughAllThatFollow() {
        AvroWriter out = new AvroWriter(0);
        out.writeLong(7);

        assertThat(EVENTS.read(2, new AvroReader(out.toByteArray(new byte[0]), 0)))
                .isEqualTo(CLASSES.create("ledger.Entry$Booked", "in EUR", 700L));
    }

    @Test
    void laterFormerVersionTakesFewerSteps() {
        AvroWriter out = new AvroWriter(0);
        out.writeLong(7);
        out.writeString("CHF");

        assertThat(EVENTS.read(3, new AvroReader(out.toByteArray(new byte[0]), 0)))
                .isEqualTo(CLASSES.create("ledger.Entry$Booked", "in CHF", 7L));
    }

    @Test
    void snapshotHasFormerVersionsToo() {
        AvroWriter out = new AvroWriter(0);
        out.writeLong(3);

        assertThat(AGGREGATE.snapshots().read(1, new AvroReader(out.toByteArray(new byte[0]), 0)))
                .isEqualTo(CLASSES.create("ledger.Ledger", 300L));
    }

    @Test
    void unknownEventKeepsItsBytes() {
        byte[] bytes = {1, 2, 3};

        Object unknown = unknown(EVENTS, 42, "ledger.Entry.Audited", bytes);

        assertThat(EVENTS.unknownBytes(unknown)).isSameAs(bytes);
        assertThat(EVENTS.typeName(unknown)).isEqualTo("ledger.Entry.Audited");
        assertThat(EVENTS.unknownBytes(CLASSES.create("ledger.Entry$Closed", "")))
                .isNull();
    }

    @Test
    void unknownMessagesHaveNoSchema() {
        assertThat(EVENTS.schemas())
                .extracting(MessageSchema::name)
                .containsExactly("ledger.Entry.Booked", "ledger.Entry.Closed");
        assertThat(COMPILED.generated().keySet()).noneMatch(file -> file.contains("Unrecognized"));
    }

    @Test
    void unknownCommandDoesNotComeInOverHttp() {
        byte[] json = "{\"_type\":\"Other\",\"fingerprint\":1,\"name\":\"x\",\"bytes\":\"\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CLASSES.call("ledger.LedgerCommandJson", "read", Json.parse(json)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("Other");
    }

    @Test
    void unknownEventIsWrittenAsJson() {
        Object unknown = unknown(EVENTS, 42, "ledger.Entry.Audited", new byte[] {1, 2, 3});

        byte[] json = Json.write(out -> CLASSES.call("ledger.LedgerEventJson", "write", out, unknown));

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"_type\":\"Unrecognized\",\"fingerprint\":42,\"name\":\"ledger.Entry.Audited\","
                        + "\"bytes\":\"AQID\"}");
    }

    @Test
    void unknownCommandIsDecided() {
        Object unknown = unknown(AGGREGATE.commands(), 42, "ledger.Request.Audit", new byte[0]);

        assertThat(AGGREGATE.decide(null, unknown, GeneratedShop.context(new UUID(0, 0))))
                .isEqualTo(Decision.reject("unknown-request", "ledger.Request.Audit"));
    }
}
