package shop.orders;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import javax.annotation.processing.Generated;
import shop.Money;

/** Writes and reads the values in messages of shop.orders, as parts of them. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OrdersValueCodec {

    private static final Money.Currency[] CURRENCY = Money.Currency.values();

    private OrdersValueCodec() {}

    static Money.Currency readCurrency(AvroReader in) {
        return in.readEnum(CURRENCY);
    }

    static void writeOrderId(AvroWriter out, OrderId orderId) {
        out.writeUuid(orderId.value());
    }

    static OrderId readOrderId(AvroReader in) {
        return new OrderId(in.readUuid());
    }

    static void writeLine(AvroWriter out, OrderCommand.Line line) {
        out.writeString(line.article());
        out.writeInt(line.count());
        writeMoney(out, line.price());
        out.writeMap(line.options(), (out1, value1) -> out1.writeNullable(value1, AvroWriter::writeString));
    }

    static OrderCommand.Line readLine(AvroReader in) {
        return new OrderCommand.Line(
                in.readString(),
                in.readInt(),
                readMoney(in),
                in.readMap(in1 -> in1.readNullable(AvroReader::readString)));
    }

    static void writeMoney(AvroWriter out, Money money) {
        out.writeBigDecimal(money.amount());
        out.writeEnum(money.currency());
    }

    static Money readMoney(AvroReader in) {
        return new Money(in.readBigDecimal(), readCurrency(in));
    }

    static void writeEverything(AvroWriter out, Everything everything) {
        writeScalars(out, everything.scalars());
        writeBoxes(out, everything.boxes());
        writeCollections(out, everything.collections());
        out.writeNested(everything.tree(), OrdersValueCodec::writeTree);
        writeLabel(out, everything.label());
    }

    static Everything readEverything(AvroReader in) {
        return new Everything(
                readScalars(in),
                readBoxes(in),
                readCollections(in),
                in.readNested(OrdersValueCodec::readTree),
                readLabel(in));
    }

    static void writeScalars(AvroWriter out, Everything.Scalars scalars) {
        out.writeBoolean(scalars.aBoolean());
        out.writeInt(scalars.aByte());
        out.writeInt(scalars.aShort());
        out.writeInt(scalars.anInt());
        out.writeLong(scalars.aLong());
        out.writeFloat(scalars.aFloat());
        out.writeDouble(scalars.aDouble());
        out.writeString(scalars.text());
        out.writeBigDecimal(scalars.decimal());
        out.writeUuid(scalars.uuid());
        out.writeInstant(scalars.instant());
        out.writeLocalDate(scalars.date());
        out.writeLocalTime(scalars.time());
        out.writeLocalDateTime(scalars.dateTime());
        out.writeEnum(scalars.currency());
    }

    static Everything.Scalars readScalars(AvroReader in) {
        return new Everything.Scalars(
                in.readBoolean(),
                in.readByteFromInt(),
                in.readShort(),
                in.readInt(),
                in.readLong(),
                in.readFloat(),
                in.readDouble(),
                in.readString(),
                in.readBigDecimal(),
                in.readUuid(),
                in.readInstant(),
                in.readLocalDate(),
                in.readLocalTime(),
                in.readLocalDateTime(),
                readCurrency(in));
    }

    static void writeBoxes(AvroWriter out, Everything.Boxes boxes) {
        out.writeBoolean(boxes.aBoolean());
        out.writeInt(boxes.aByte());
        out.writeInt(boxes.aShort());
        out.writeInt(boxes.anInt());
        out.writeLong(boxes.aLong());
        out.writeFloat(boxes.aFloat());
        out.writeDouble(boxes.aDouble());
        out.writeNullable(boxes.nullableInt(), AvroWriter::writeInt);
        out.writeNullable(boxes.nullableText(), AvroWriter::writeString);
        out.writeNullable(boxes.nullableMoney(), OrdersValueCodec::writeMoney);
        out.writeNullable(boxes.nullableCurrency(), AvroWriter::writeEnum);
        out.writeNullable(boxes.nullableLabel(), OrdersValueCodec::writeLabel);
        out.writeNullable(boxes.nullableList(), (out1, value1) -> out1.writeList(value1, AvroWriter::writeString));
        out.writeOptional(boxes.optionalLong(), AvroWriter::writeLong);
        out.writeOptional(boxes.optionalMoney(), OrdersValueCodec::writeMoney);
        out.writeOptional(boxes.optionalList(), (out1, value1) -> out1.writeList(value1, OrdersValueCodec::writeLabel));
    }

    static Everything.Boxes readBoxes(AvroReader in) {
        return new Everything.Boxes(
                in.readBoolean(),
                in.readByteFromInt(),
                in.readShort(),
                in.readInt(),
                in.readLong(),
                in.readFloat(),
                in.readDouble(),
                in.readNullable(AvroReader::readInt),
                in.readNullable(AvroReader::readString),
                in.readNullable(OrdersValueCodec::readMoney),
                in.readNullable(OrdersValueCodec::readCurrency),
                in.readNullable(OrdersValueCodec::readLabel),
                in.readNullable(in1 -> in1.readList(AvroReader::readString)),
                in.readOptional(AvroReader::readLong),
                in.readOptional(OrdersValueCodec::readMoney),
                in.readOptional(in1 -> in1.readList(OrdersValueCodec::readLabel)));
    }

    static void writeLabel(AvroWriter out, Everything.Label label) {
        out.writeString(label.text());
    }

    static Everything.Label readLabel(AvroReader in) {
        return new Everything.Label(in.readString());
    }

    static void writeCollections(AvroWriter out, Everything.Collections collections) {
        out.writeList(collections.texts(), AvroWriter::writeString);
        out.writeList(collections.shorts(), (out1, value1) -> out1.writeInt(value1));
        out.writeSet(collections.currencies(), AvroWriter::writeEnum);
        out.writeSet(collections.uuids(), AvroWriter::writeUuid);
        out.writeMap(collections.prices(), OrdersValueCodec::writeMoney);
        out.writeList(collections.optionals(),
                (out1, value1) -> out1.writeOptional(value1, OrdersValueCodec::writeMoney));
        out.writeList(collections.nullables(), (out1, value1) -> out1.writeNullable(value1, AvroWriter::writeString));
        out.writeList(collections.lists(), (out1, value1) -> out1.writeList(value1, OrdersValueCodec::writeLabel));
        out.writeMap(collections.maps(),
                (out1, value1) -> out1.writeList(value1,
                        (out2, value2) -> out2.writeOptional(value2, AvroWriter::writeInstant)));
        out.writeMap(collections.decimals(), (out1, value1) -> out1.writeMap(value1, AvroWriter::writeBigDecimal));
    }

    static Everything.Collections readCollections(AvroReader in) {
        return new Everything.Collections(
                in.readList(AvroReader::readString),
                in.readList(AvroReader::readShort),
                in.readSet(OrdersValueCodec::readCurrency),
                in.readSet(AvroReader::readUuid),
                in.readMap(OrdersValueCodec::readMoney),
                in.readList(in1 -> in1.readOptional(OrdersValueCodec::readMoney)),
                in.readList(in1 -> in1.readNullable(AvroReader::readString)),
                in.readList(in1 -> in1.readList(OrdersValueCodec::readLabel)),
                in.readMap(in1 -> in1.readList(in2 -> in2.readOptional(AvroReader::readInstant))),
                in.readMap(in1 -> in1.readMap(AvroReader::readBigDecimal)));
    }

    static void writeTree(AvroWriter out, Everything.Tree tree) {
        out.writeString(tree.name());
        out.writeList(tree.children(), (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writeTree));
        out.writeOptional(tree.other(), (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writeTree));
        out.writeNullable(tree.parent(), (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writeTree));
    }

    static Everything.Tree readTree(AvroReader in) {
        return new Everything.Tree(
                in.readString(),
                in.readList(in1 -> in1.readNested(OrdersValueCodec::readTree)),
                in.readOptional(in1 -> in1.readNested(OrdersValueCodec::readTree)),
                in.readNullable(in1 -> in1.readNested(OrdersValueCodec::readTree)));
    }
}
