package shop.orders;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import javax.annotation.processing.Generated;
import shop.Money;

/** Writes and reads the values in messages of shop.orders, as parts of them. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OrdersValueCodec {

    private static final Money.Currency[] CURRENCY = Money.Currency.values();

    private static final Everything.Size[] SIZE = Everything.Size.values();

    private OrdersValueCodec() {}

    static Money.Currency readCurrency(AvroReader in) {
        return in.readEnum(CURRENCY);
    }

    static Everything.Size readSize(AvroReader in) {
        return in.readEnum(SIZE);
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
        writeNumbers(out, everything.numbers());
        writeTimes(out, everything.times());
        writeMaps(out, everything.maps());
        writePayments(out, everything.payments());
        out.writeNested(everything.formula(), OrdersValueCodec::writeFormula);
        writeDescribed(out, everything.described());
    }

    static Everything readEverything(AvroReader in) {
        return new Everything(
                readScalars(in),
                readBoxes(in),
                readCollections(in),
                in.readNested(OrdersValueCodec::readTree),
                readLabel(in),
                readNumbers(in),
                readTimes(in),
                readMaps(in),
                readPayments(in),
                in.readNested(OrdersValueCodec::readFormula),
                readDescribed(in));
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

    static void writeNumbers(AvroWriter out, Everything.Numbers numbers) {
        out.writeBigInteger(numbers.whole());
        out.writeDecimal(numbers.price(), 9, 2);
        out.writeDecimal(numbers.count(), 20);
        out.writeList(numbers.rates(), (out1, value1) -> out1.writeDecimal(value1, 5, 3));
        out.writeNullable(numbers.rounded(), (out1, value1) -> out1.writeDecimal(value1, 4, 0));
        out.writeOptional(numbers.few(), (out1, value1) -> out1.writeDecimal(value1, 4));
    }

    static Everything.Numbers readNumbers(AvroReader in) {
        return new Everything.Numbers(
                in.readBigInteger(),
                in.readDecimal(9, 2),
                in.readDecimal(20),
                in.readList(in1 -> in1.readDecimal(5, 3)),
                in.readNullable(in1 -> in1.readDecimal(4, 0)),
                in.readOptional(in1 -> in1.readDecimal(4)));
    }

    static void writeTimes(AvroWriter out, Everything.Times times) {
        out.writeDuration(times.duration());
        out.writeOffsetDateTime(times.offset());
        out.writeZonedDateTime(times.zoned());
        out.writeList(times.durations(), AvroWriter::writeDuration);
        out.writeNullable(times.nullableZoned(), AvroWriter::writeZonedDateTime);
        out.writeOptional(times.optionalOffset(), AvroWriter::writeOffsetDateTime);
    }

    static Everything.Times readTimes(AvroReader in) {
        return new Everything.Times(
                in.readDuration(),
                in.readOffsetDateTime(),
                in.readZonedDateTime(),
                in.readList(AvroReader::readDuration),
                in.readNullable(AvroReader::readZonedDateTime),
                in.readOptional(AvroReader::readOffsetDateTime));
    }

    static void writeMaps(AvroWriter out, Everything.Maps maps) {
        out.writeEntries(maps.numbers(), AvroWriter::writeInt, AvroWriter::writeString);
        out.writeEntries(maps.currencies(), AvroWriter::writeEnum, OrdersValueCodec::writeMoney);
        out.writeEntries(maps.uuids(), AvroWriter::writeUuid,
                (out1, value1) -> out1.writeOptional(value1, OrdersValueCodec::writeMoney));
        out.writeEntries(maps.nested(), OrdersValueCodec::writeLabel,
                (out1, value1) -> out1.writeEntries(value1, AvroWriter::writeLocalDate,
                        (out2, value2) -> out2.writeList(value2, (out3, value3) -> out3.writeInt(value3))));
        out.writeEntries(maps.records(), OrdersValueCodec::writeMoney,
                (out1, value1) -> out1.writeEntries(value1, (out2, value2) -> out2.writeInt(value2),
                        (out2, value2) -> out2.writeNullable(value2, OrdersValueCodec::writeLabel)));
        out.writeOptional(maps.optional(),
                (out1, value1) -> out1.writeEntries(value1, AvroWriter::writeLong, AvroWriter::writeLong));
        writeRates(out, maps.rates());
        writeRates(out, maps.moreRates());
    }

    static Everything.Maps readMaps(AvroReader in) {
        return new Everything.Maps(
                in.readEntries(AvroReader::readInt, AvroReader::readString),
                in.readEntries(OrdersValueCodec::readCurrency, OrdersValueCodec::readMoney),
                in.readEntries(AvroReader::readUuid, in1 -> in1.readOptional(OrdersValueCodec::readMoney)),
                in.readEntries(OrdersValueCodec::readLabel,
                        in1 -> in1.readEntries(AvroReader::readLocalDate, in2 -> in2.readList(AvroReader::readShort))),
                in.readEntries(OrdersValueCodec::readMoney,
                        in1 -> in1.readEntries(AvroReader::readByteFromInt,
                                in2 -> in2.readNullable(OrdersValueCodec::readLabel))),
                in.readOptional(in1 -> in1.readEntries(AvroReader::readLong, AvroReader::readLong)),
                readRates(in),
                readRates(in));
    }

    static void writeRates(AvroWriter out, Everything.Rates rates) {
        out.writeEntries(rates.byCurrency(), AvroWriter::writeEnum,
                (out1, value1) -> out1.writeEntries(value1, AvroWriter::writeLocalDate, AvroWriter::writeDouble));
    }

    static Everything.Rates readRates(AvroReader in) {
        return new Everything.Rates(in.readEntries(OrdersValueCodec::readCurrency,
                in1 -> in1.readEntries(AvroReader::readLocalDate, AvroReader::readDouble)));
    }

    static void writePayments(AvroWriter out, Everything.Payments payments) {
        out.writeNested(payments.payment(), OrdersValueCodec::writePayment);
        out.writeNullableUnion(payments.nullablePayment(),
                (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writePayment));
        out.writeOptionalUnion(payments.optionalPayment(),
                (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writePayment));
        out.writeList(payments.payments(), (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writePayment));
        out.writeList(payments.nullables(),
                (out1, value1) -> out1.writeNullableUnion(value1,
                        (out2, value2) -> out2.writeNested(value2, OrdersValueCodec::writePayment)));
        out.writeMap(payments.byName(),
                (out1, value1) -> out1.writeOptionalUnion(value1,
                        (out2, value2) -> out2.writeNested(value2, OrdersValueCodec::writePayment)));
        out.writeEntries(payments.byPayment(),
                (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writePayment), AvroWriter::writeInt);
        writeVoucher(out, payments.voucher());
        writeLater(out, payments.later());
    }

    static Everything.Payments readPayments(AvroReader in) {
        return new Everything.Payments(
                in.readNested(OrdersValueCodec::readPayment),
                in.readNullableUnion(in1 -> in1.readNested(OrdersValueCodec::readPayment)),
                in.readOptionalUnion(in1 -> in1.readNested(OrdersValueCodec::readPayment)),
                in.readList(in1 -> in1.readNested(OrdersValueCodec::readPayment)),
                in.readList(in1 -> in1.readNullableUnion(in2 -> in2.readNested(OrdersValueCodec::readPayment))),
                in.readMap(in1 -> in1.readOptionalUnion(in2 -> in2.readNested(OrdersValueCodec::readPayment))),
                in.readEntries(in1 -> in1.readNested(OrdersValueCodec::readPayment), AvroReader::readInt),
                readVoucher(in),
                readLater(in));
    }

    static void writeCard(AvroWriter out, Everything.Payment.Card card) {
        out.writeString(card.number());
        out.writeInt(card.year());
    }

    static Everything.Payment.Card readCard(AvroReader in) {
        return new Everything.Payment.Card(in.readString(), in.readInt());
    }

    static void writeVoucher(AvroWriter out, Everything.Payment.Voucher voucher) {
        writeLabel(out, voucher.code());
    }

    static Everything.Payment.Voucher readVoucher(AvroReader in) {
        return new Everything.Payment.Voucher(readLabel(in));
    }

    static void writeCash(AvroWriter out, Everything.Payment.Cash cash) {}

    static Everything.Payment.Cash readCash(AvroReader in) {
        return new Everything.Payment.Cash();
    }

    static void writeInvoice(AvroWriter out, Everything.Payment.Invoice invoice) {
        out.writeOptional(invoice.due(), AvroWriter::writeLocalDate);
    }

    static Everything.Payment.Invoice readInvoice(AvroReader in) {
        return new Everything.Payment.Invoice(in.readOptional(AvroReader::readLocalDate));
    }

    static void writeTransfer(AvroWriter out, Everything.Payment.Transfer transfer) {
        out.writeNullableUnion(transfer.instead(),
                (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writePayment));
    }

    static Everything.Payment.Transfer readTransfer(AvroReader in) {
        return new Everything.Payment.Transfer(in.readNullableUnion(in1 ->
                in1.readNested(OrdersValueCodec::readPayment)));
    }

    static void writeSum(AvroWriter out, Everything.Formula.Sum sum) {
        out.writeNested(sum.left(), OrdersValueCodec::writeFormula);
        out.writeNested(sum.right(), OrdersValueCodec::writeFormula);
    }

    static Everything.Formula.Sum readSum(AvroReader in) {
        return new Everything.Formula.Sum(
                in.readNested(OrdersValueCodec::readFormula),
                in.readNested(OrdersValueCodec::readFormula));
    }

    static void writeConstant(AvroWriter out, Everything.Formula.Constant constant) {
        out.writeBigDecimal(constant.value());
    }

    static Everything.Formula.Constant readConstant(AvroReader in) {
        return new Everything.Formula.Constant(in.readBigDecimal());
    }

    static void writeCall(AvroWriter out, Everything.Formula.Call call) {
        out.writeString(call.name());
        out.writeList(call.arguments(), (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writeFormula));
        out.writeNullableUnion(call.otherwise(),
                (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writeFormula));
        out.writeEntries(call.known(), (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writeFormula),
                (out1, value1) -> out1.writeNested(value1, OrdersValueCodec::writeFormula));
    }

    static Everything.Formula.Call readCall(AvroReader in) {
        return new Everything.Formula.Call(
                in.readString(),
                in.readList(in1 -> in1.readNested(OrdersValueCodec::readFormula)),
                in.readNullableUnion(in1 -> in1.readNested(OrdersValueCodec::readFormula)),
                in.readEntries(in1 -> in1.readNested(OrdersValueCodec::readFormula),
                        in1 -> in1.readNested(OrdersValueCodec::readFormula)));
    }

    static void writeDescribed(AvroWriter out, Everything.Described described) {
        out.writeEnum(described.size());
        out.writeInt(described.count());
        out.writeDecimal(described.price(), 6, 2);
        out.writeBigDecimal(described.share());
        out.writeBigInteger(described.whole());
        out.writeString(described.text());
        out.writeString(described.quoted());
        out.writeBytes(described.bytes());
        out.writeDuration(described.duration());
        out.writeInstant(described.instant());
        out.writeLocalDate(described.date());
        out.writeLocalTime(described.time());
        out.writeLocalDateTime(described.dateTime());
        out.writeOffsetDateTime(described.offset());
        out.writeZonedDateTime(described.zoned());
        out.writeUuid(described.uuid());
        out.writeSet(described.set(), (out1, value1) -> out1.writeInt(value1));
        out.writeMap(described.map(), OrdersValueCodec::writeMoney);
        out.writeEntries(described.entries(), (out1, value1) -> out1.writeInt(value1), AvroWriter::writeBoolean);
        writeMoney(out, described.money());
        out.writeNested(described.payment(), OrdersValueCodec::writePayment);
        writeLabel(out, described.label());
        out.writeFloat(described.aFloat());
        out.writeOptional(described.nothing(), AvroWriter::writeLong);
        out.writeString(described.look());
    }

    static Everything.Described readDescribed(AvroReader in) {
        return new Everything.Described(
                readSize(in),
                in.readInt(),
                in.readDecimal(6, 2),
                in.readBigDecimal(),
                in.readBigInteger(),
                in.readString(),
                in.readString(),
                in.readBytes(),
                in.readDuration(),
                in.readInstant(),
                in.readLocalDate(),
                in.readLocalTime(),
                in.readLocalDateTime(),
                in.readOffsetDateTime(),
                in.readZonedDateTime(),
                in.readUuid(),
                in.readSet(AvroReader::readByteFromInt),
                in.readMap(OrdersValueCodec::readMoney),
                in.readEntries(AvroReader::readShort, AvroReader::readBoolean),
                readMoney(in),
                in.readNested(OrdersValueCodec::readPayment),
                readLabel(in),
                in.readFloat(),
                in.readOptional(AvroReader::readLong),
                in.readString());
    }

    static void writePayment(AvroWriter out, Everything.Payment payment) {
        if (payment instanceof Everything.Payment.Card card) {
            out.writeBranch(0);
            writeCard(out, card);
        } else if (payment instanceof Everything.Payment.Voucher voucher) {
            out.writeBranch(1);
            writeVoucher(out, voucher);
        } else if (payment instanceof Everything.Payment.Cash cash) {
            out.writeBranch(2);
            writeCash(out, cash);
        } else if (payment instanceof Everything.Payment.Invoice invoice) {
            out.writeBranch(3);
            writeInvoice(out, invoice);
        } else if (payment instanceof Everything.Payment.Transfer transfer) {
            out.writeBranch(4);
            writeTransfer(out, transfer);
        } else {
            throw new IllegalArgumentException("No Payment: " + payment);
        }
    }

    static Everything.Payment readPayment(AvroReader in) {
        return switch (in.readBranch(5)) {
            case 0 -> readCard(in);
            case 1 -> readVoucher(in);
            case 2 -> readCash(in);
            case 3 -> readInvoice(in);
            default -> readTransfer(in);
        };
    }

    static void writeLater(AvroWriter out, Everything.Payment.Later later) {
        if (later instanceof Everything.Payment.Invoice invoice) {
            out.writeBranch(0);
            writeInvoice(out, invoice);
        } else if (later instanceof Everything.Payment.Transfer transfer) {
            out.writeBranch(1);
            writeTransfer(out, transfer);
        } else {
            throw new IllegalArgumentException("No Later: " + later);
        }
    }

    static Everything.Payment.Later readLater(AvroReader in) {
        return switch (in.readBranch(2)) {
            case 0 -> readInvoice(in);
            default -> readTransfer(in);
        };
    }

    static void writeFormula(AvroWriter out, Everything.Formula formula) {
        if (formula instanceof Everything.Formula.Sum sum) {
            out.writeBranch(0);
            writeSum(out, sum);
        } else if (formula instanceof Everything.Formula.Constant constant) {
            out.writeBranch(1);
            writeConstant(out, constant);
        } else if (formula instanceof Everything.Formula.Call call) {
            out.writeBranch(2);
            writeCall(out, call);
        } else {
            throw new IllegalArgumentException("No Formula: " + formula);
        }
    }

    static Everything.Formula readFormula(AvroReader in) {
        return switch (in.readBranch(3)) {
            case 0 -> readSum(in);
            case 1 -> readConstant(in);
            default -> readCall(in);
        };
    }
}
