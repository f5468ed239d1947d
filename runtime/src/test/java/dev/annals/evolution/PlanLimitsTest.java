package dev.annals.evolution;

import static dev.annals.evolution.Generic.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.avro.AvroWriter;
import dev.annals.avro.FieldPlan;
import dev.annals.avro.MalformedDataException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes and schemas that ask for more than there is, of plans: the end is a described failure, and soon. */
@Timeout(60)
class PlanLimitsTest {

    private static final String TREE =
            "{'type':'record','name':'n.Tree','fields':[{'name':'children','type':{'type':'array','items':'n.Tree'}}]}";
    private static final String TREE_WITH_MORE =
            TREE.replace("}}]}", "}},{'name':'text','type':'string','default':'none'}]}");

    private static final Schema WITH_TREE = message("{'name':'tree','type':" + TREE + "}");
    private static final Schema WITH_OTHER_TREE = message("{'name':'tree','type':" + TREE_WITH_MORE + "}");
    private static final Schema WITHOUT_TREE = message("");

    @Test
    void valuesOfATypeThatHoldsItself() {
        byte[] three = {4, 0, 2, 0, 0, 0};

        assertThat(Generic.readMessage(three, plan(WITH_TREE, WITH_OTHER_TREE), WITH_OTHER_TREE))
                .hasToString(
                        "{tree={children=[{children=[], text=none}, {children=[{children=[], text=none}], text=none}], text=none}}");
        assertThat(Generic.readMessage(three, plan(WITH_TREE, WITHOUT_TREE), WITHOUT_TREE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {150, 198})
    void nestingThatIsAllowed(int depth) {
        byte[] bytes = nested(depth);

        assertThat(Generic.readMessage(bytes, plan(WITH_TREE, WITH_OTHER_TREE), WITH_OTHER_TREE))
                .hasSize(1);
        assertThat(Generic.readMessage(bytes, plan(WITH_TREE, WITHOUT_TREE), WITHOUT_TREE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_500, 100_000})
    void nestingThatWouldOverflowTheStack(int depth) {
        assertMalformed(nested(depth), WITH_TREE, WITH_OTHER_TREE, "nested more than 1000 deep");
        assertMalformed(nested(depth), WITH_TREE, WITHOUT_TREE, "nested more than 1000 deep");
    }

    @Test
    void defaultsThatWouldFillTheMemory() {
        Schema writer = message(array("a", item("")));
        Schema reader = message(
                array("a", item(",{'name':'text','type':'string','default':'%s'}".formatted("x".repeat(10_000)))));
        byte[] bytes = bytes(out -> {
            out.writeLong(1_000_000);
            for (int i = 0; i < 1_000_000; i++) {
                out.writeInt(0);
            }
            out.writeLong(0);
        });

        assertMalformed(bytes, writer, reader, "takes more than");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -(1L << 50)})
    void itemsThatTakeNoBytes(long count) {
        Schema writer = message(array("a", "{'type':'record','name':'n.Nothing','fields':[]}"));
        Schema reader = message(array(
                "a",
                "{'type':'record','name':'n.Nothing','fields':[{'name':'x','type':['null','int'],'default':null}]}"));
        byte[] bytes = bytes(out -> {
            out.writeLong(count);
            out.writeLong(0);
        });

        assertMalformed(bytes, writer, reader, "");
        assertMalformed(bytes, writer, message(""), "");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 1L << 31, 1L << 32, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void lengthsThatTheBytesCannotHold(long length) {
        Schema writer = message("{'name':'a','type':'string'}");
        byte[] bytes = bytes(out -> {
            out.writeLong(length);
            out.writeByte((byte) 0);
        });

        assertMalformed(bytes, writer, message(""), "");
    }

    @Test
    void numbersWithoutEnd() {
        byte[] bytes = new byte[20];
        Arrays.fill(bytes, (byte) 0xFF);

        assertMalformed(bytes, message("{'name':'a','type':'long'}"), message(""), "more than 64 bits");
    }

    @Test
    void branchesAndSymbolsThatThereAreNot() {
        byte[] bytes = bytes(out -> out.writeInt(2));
        Schema union = message("{'name':'a','type':['null','int']}");
        Schema symbols = message("{'name':'a','type':{'type':'enum','name':'n.E','symbols':['A','B']}}");
        Schema swapped = message("{'name':'a','type':{'type':'enum','name':'n.E','symbols':['B','A']}}");

        assertMalformed(bytes, union, message(""), "of a union of 2");
        assertMalformed(bytes, union, message("{'name':'a','type':['int','null']}"), "of a union of 2");
        assertMalformed(bytes, symbols, swapped, "of an enum of 2");
    }

    @Test
    void schemasThatHoldRecordsOfRecords() {
        StringBuilder records = new StringBuilder("{'type':'record','name':'n.R0','fields':[]}");
        for (int i = 1; i < 60; i++) {
            String inner = records.toString();
            records.setLength(0);
            records.append(
                    "{'type':'record','name':'n.R%d','fields':[{'name':'a','type':%s},{'name':'b','type':'n.R%d'}]}"
                            .formatted(i, inner, i - 1));
        }
        Schema writer = message("{'name':'a','type':" + records + "}");

        assertThat(Generic.readMessage(new byte[0], plan(writer, message("")), message("")))
                .isEmpty();
    }

    @Test
    void schemasThatAreNestedAsDeepAsTheirJsonMayBe() {
        String deep = "{'type':'array','items':".repeat(900);
        Schema writer = message("{'name':'a','type':" + deep + "'int'" + "}".repeat(900) + "}");
        Schema reader = message("{'name':'a','type':" + deep + "'double'" + "}".repeat(900) + "}");
        byte[] empty = {0};

        assertThat(Generic.readMessage(empty, plan(writer, reader), reader)).hasToString("{a=[]}");
        assertThat(Generic.readMessage(empty, plan(writer, message("")), message("")))
                .isEmpty();
        assertThat(new ReaderSchemas(List.of(reader.toString()))
                        .reading("{\"type\":\"array\",\"items\":".repeat(100_000)))
                .isInstanceOf(Reading.Refused.class);
    }

    private static @Nullable FieldPlan plan(Schema writer, Schema reader) {
        return Resolution.of(writer, reader).plan();
    }

    private static void assertMalformed(byte[] bytes, Schema writer, Schema reader, String message) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> Generic.readMessage(bytes, plan(writer, reader), reader))
                .withMessageContaining(message);
    }

    /** A tree of one branch. */
    private static byte[] nested(int depth) {
        byte[] bytes = new byte[2 * depth + 1];
        Arrays.fill(bytes, 0, depth, (byte) 2);
        return bytes;
    }

    private static byte[] bytes(Consumer<AvroWriter> writing) {
        AvroWriter out = new AvroWriter(0);
        writing.accept(out);
        return out.toByteArray(new byte[0]);
    }

    private static String item(String more) {
        return "{'type':'record','name':'n.Item','fields':[{'name':'x','type':'int'}%s]}".formatted(more);
    }

    private static String array(String name, String items) {
        return "{'name':'%s','type':{'type':'array','items':%s}}".formatted(name, items);
    }

    private static Schema message(String fields) {
        return schema(Change.message("shop.Ordered", fields, ""));
    }
}
