package dev.annals.evolution;

import static dev.annals.evolution.Generic.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.avro.AvroReader;
import dev.annals.avro.FieldPlan;
import dev.annals.avro.MalformedDataException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read where the writer wrote nothing, or less. */
class DefaultsTest {

    private static final Schema EMPTY = schema(Change.message("shop.Ordered", "", ""));

    @Test
    void defaultsOfLogicalTypesAreThoseOfTheirBytes() {
        AvroReader in = reader("{'type':'bytes','logicalType':'decimal','precision':9,'scale':2}", "'\\u0004\\u00d2'");
        assertThat(in.readDecimal(9, 2)).isEqualTo(new BigDecimal("12.34"));

        assertThat(reader("{'type':'long','logicalType':'timestamp-micros'}", "1700000000000000")
                        .readInstant())
                .isEqualTo(Instant.EPOCH.plus(1_700_000_000_000_000L, ChronoUnit.MICROS));

        UUID id = UUID.fromString("6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5");
        assertThat(reader("{'type':'string','logicalType':'uuid'}", "'" + id + "'")
                        .readUuid())
                .isEqualTo(id);
    }

    @Test
    void defaultsOfNestedRecordsTakeTheDefaultsOfTheirFields() {
        Schema reader = message(
                "{'type':'record','name':'n.R','fields':[{'name':'x','type':'int'},{'name':'y','type':'string','default':'z'}]}",
                "{'x':7}");

        assertThat(Generic.readMessage(new byte[0], plan(EMPTY, reader), reader))
                .hasToString("{a={x=7, y=z}}");
    }

    @Test
    void itemsOfASetThatBecomeTheSameAreNotLostInSilence() {
        Schema writer = schema(Change.message("shop.Ordered", set("'X','Y','Z'"), ""));
        Schema reader = schema(Change.message("shop.Ordered", set("'X'"), ""));
        byte[] bytes = Generic.encode(writer, "{'a':['Y','Z']}");
        AvroReader in = new AvroReader(bytes, 0, plan(writer, reader));

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> in.field(0).readSet(AvroReader::readInt));
    }

    private static String set(String symbols) {
        return ("{'name':'a','type':{'type':'array','items':"
                        + "{'type':'enum','name':'n.E','symbols':[%s],'default':'X'}}}")
                .formatted(symbols);
    }

    private static AvroReader reader(String type, String value) {
        return new AvroReader(new byte[0], 0, plan(EMPTY, message(type, value))).field(0);
    }

    private static Schema message(String type, String value) {
        return schema(Change.message("shop.Ordered", "{'name':'a','type':%s,'default':%s}".formatted(type, value), ""));
    }

    private static @Nullable FieldPlan plan(Schema writer, Schema reader) {
        return Resolution.of(writer, reader).plan();
    }
}
