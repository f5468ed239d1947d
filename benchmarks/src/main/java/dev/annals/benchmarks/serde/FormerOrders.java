package dev.annals.benchmarks.serde;

import dev.annals.benchmarks.orders.Address;
import dev.annals.benchmarks.orders.Line;
import dev.annals.benchmarks.orders.OrderEvent.OrderPlaced;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * The event of an order as an earlier version wrote it: the customer had another name, there was a campaign, and there was
 * no coupon yet.
 */
final class FormerOrders {

    private final Schema schema;
    private final Schema now;

    /**
     * An earlier version of this schema.
     *
     * @param nested whether the nested address was another one, too: with a floor, and without a country
     */
    FormerOrders(Schema now, boolean nested) {
        this.now = now;
        this.schema = SchemaBuilder.record(now.getName())
                .namespace(now.getNamespace())
                .fields()
                .name("order")
                .type(of("order"))
                .noDefault()
                .requiredString("buyer")
                .requiredString("campaign")
                .name("channel")
                .type(of("channel"))
                .noDefault()
                .name("placedAt")
                .type(of("placedAt"))
                .noDefault()
                .name("shipTo")
                .type(nested ? formerAddress(of("shipTo")) : of("shipTo"))
                .noDefault()
                .name("lines")
                .type(of("lines"))
                .noDefault()
                .name("total")
                .type(of("total"))
                .noDefault()
                .requiredLong("points")
                .endRecord();
    }

    Schema schema() {
        return schema;
    }

    /** The event as the earlier version would have written it, without a header. */
    byte[] body(OrderPlaced event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema, model()).write(record(event), encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private Schema of(String field) {
        return now.getField(field).schema();
    }

    private static Schema formerAddress(Schema now) {
        return SchemaBuilder.record(now.getName())
                .namespace(now.getNamespace())
                .fields()
                .requiredString("street")
                .requiredInt("floor")
                .requiredString("city")
                .requiredString("postcode")
                .endRecord();
    }

    private GenericData.Record record(OrderPlaced event) {
        return new GenericRecordBuilder(schema)
                .set("order", event.order())
                .set("buyer", event.customer())
                .set("campaign", "spring-sale")
                .set(
                        "channel",
                        new GenericData.EnumSymbol(
                                of("channel"), event.channel().name()))
                .set("placedAt", event.placedAt())
                .set("shipTo", address(event.shipTo()))
                .set("lines", event.lines().stream().map(this::line).toList())
                .set("total", event.total())
                .set("points", event.points())
                .build();
    }

    private GenericData.Record address(Address address) {
        Schema former = schema.getField("shipTo").schema();
        GenericData.Record record = new GenericData.Record(former);
        record.put("street", address.street());
        record.put("city", address.city());
        record.put("postcode", address.postcode());
        if (former.getField("floor") == null) {
            record.put("country", address.country());
        } else {
            record.put("floor", 3);
        }
        return record;
    }

    private GenericData.Record line(Line line) {
        return new GenericRecordBuilder(of("lines").getElementType())
                .set("article", line.article())
                .set("count", line.count())
                .set("price", line.price())
                .build();
    }

    private static GenericData model() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        model.addLogicalTypeConversion(new Conversions.UUIDConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        return model;
    }
}
