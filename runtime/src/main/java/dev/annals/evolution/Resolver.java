package dev.annals.evolution;

import static dev.annals.evolution.SchemaText.describe;

import dev.annals.evolution.Conversion.Fields;
import dev.annals.evolution.Conversion.Same;
import dev.annals.evolution.Incompatibility.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Compares a writer's schema with a reader's, and decides for each value of the one how it becomes one of the other. */
final class Resolver {

    private final Findings findings;
    private final UnionResolver unions;
    private final Map<Pair, Fields> records = new HashMap<>();

    Resolver(Findings findings) {
        this.findings = findings;
        this.unions = new UnionResolver(this, findings);
    }

    /** Two records that have been compared, or are being compared further up. */
    private record Pair(String writer, String reader) {}

    Conversion resolve(Schema writer, Schema reader) {
        if (writer.isUnion() || reader.isUnion()) {
            return unions.resolve(writer, reader);
        } else if (writer.getType() != reader.getType()) {
            return promote(writer, reader);
        } else if (!SchemaText.haveEqualLogicalTypes(writer, reader)) {
            return differs(Kind.UNIT, writer, reader);
        }
        return switch (writer.getType()) {
            case RECORD -> record(writer, reader);
            case ENUM -> enumeration(writer, reader);
            case FIXED -> fixed(writer, reader);
            case BYTES -> decimal(writer, reader);
            case ARRAY -> new Conversion.Items(resolve(writer.getElementType(), reader.getElementType()));
            case MAP -> new Conversion.Entries(resolve(writer.getValueType(), reader.getValueType()));
            default -> new Same(writer);
        };
    }

    private Conversion promote(Schema writer, Schema reader) {
        if (Promotions.allow(writer, reader)) {
            return Promotions.of(writer, reader);
        }
        boolean isUnit = Promotions.isWider(writer.getType(), reader.getType())
                && !SchemaText.haveEqualLogicalTypes(writer, reader);
        return differs(isUnit ? Kind.UNIT : Kind.TYPE, writer, reader);
    }

    private Conversion differs(Kind kind, Schema writer, Schema reader) {
        return findings.refuse(
                kind, writer, "is written as %s and read as %s".formatted(describe(writer), describe(reader)));
    }

    private Conversion decimal(Schema writer, Schema reader) {
        if (!"decimal".equals(SchemaText.logicalType(writer))) {
            return new Same(writer);
        } else if (SchemaText.scale(writer) != SchemaText.scale(reader)) {
            return differs(Kind.SCALE, writer, reader);
        } else if (SchemaText.precision(writer) > SchemaText.precision(reader)) {
            return differs(Kind.PRECISION, writer, reader);
        }
        return new Same(writer);
    }

    private Conversion fixed(Schema writer, Schema reader) {
        if (!Names.match(writer, reader)) {
            return renamed(writer, reader);
        } else if (writer.getFixedSize() != reader.getFixedSize()) {
            return findings.refuse(
                    Kind.TYPE,
                    writer,
                    "is written in %d bytes and read in %d".formatted(writer.getFixedSize(), reader.getFixedSize()));
        }
        return decimal(writer, reader);
    }

    private Conversion renamed(Schema writer, Schema reader) {
        return findings.refuse(
                Kind.NAME,
                writer,
                "is written as %s and read as %s, which does not have that name as an alias"
                        .formatted(describe(writer), describe(reader)));
    }

    private Conversion enumeration(Schema writer, Schema reader) {
        if (!Names.match(writer, reader)) {
            return renamed(writer, reader);
        }
        List<Integer> places = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        boolean moves = false;
        for (String symbol : writer.getEnumSymbols()) {
            int place = symbol(symbol, reader);
            refusals.add(place < 0 ? unknownSymbol(symbol, writer, reader) : "");
            moves |= place != places.size();
            places.add(place);
        }
        return moves ? new Conversion.Symbols(places, refusals) : new Same(writer);
    }

    private static int symbol(String symbol, Schema reader) {
        if (reader.hasEnumSymbol(symbol)) {
            return reader.getEnumOrdinal(symbol);
        }
        String otherwise = reader.getEnumDefault();
        return otherwise == null ? -1 : reader.getEnumOrdinal(otherwise);
    }

    private String unknownSymbol(String symbol, Schema writer, Schema reader) {
        return findings.refuse(
                        Kind.SYMBOL,
                        writer,
                        "may be written as %s, which %s does not have where it is read, nor a default instead"
                                .formatted(symbol, describe(reader)))
                .message();
    }

    private Conversion record(Schema writer, Schema reader) {
        boolean areEntries = SchemaProperties.isEntry(writer) && SchemaProperties.isEntry(reader);
        if (!areEntries && !Names.match(writer, reader)) {
            return renamed(writer, reader);
        } else if (SchemaProperties.version(writer) != SchemaProperties.version(reader)) {
            return findings.refuse(
                    Kind.VERSION,
                    writer,
                    "is written in version %d of %s and read in version %d"
                            .formatted(
                                    SchemaProperties.version(writer),
                                    describe(reader),
                                    SchemaProperties.version(reader)));
        }
        Pair pair = new Pair(writer.getFullName(), reader.getFullName());
        Fields known = records.get(pair);
        if (known != null) {
            return known;
        }
        Fields fields = new Fields(writer);
        records.put(pair, fields);
        addSources(fields, reader);
        return fields;
    }

    private void addSources(Fields fields, Schema reader) {
        Schema.@Nullable Field[] written = Names.fields(fields.writer(), reader);
        for (Schema.Field field : reader.getFields()) {
            findings.enter(field.name());
            fields.sources().add(source(written[field.pos()], field, fields.writer()));
            findings.leave();
        }
    }

    private Conversion.Source source(Schema.@Nullable Field written, Schema.Field field, Schema writer) {
        if (written != null) {
            return new Conversion.Written(written.pos(), resolve(written.schema(), field.schema()));
        }
        if (!field.hasDefaultValue()) {
            findings.refuse(
                    Kind.MISSING_DEFAULT,
                    field.schema(),
                    "is not in %s as it is written, and has no default where it is read".formatted(describe(writer)));
        }
        return new Conversion.Default(field);
    }
}
