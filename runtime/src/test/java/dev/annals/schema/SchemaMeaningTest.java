package dev.annals.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two schemas of one fingerprint can differ in, and what of that is a difference in meaning. */
class SchemaMeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'bytes','logicalType':'decimal','precision':9,'scale':2} | {'type':'bytes','logicalType':'decimal','precision':9,'scale':4} | x.R.a: scale is 2 there and 4 here",
                "{'type':'bytes','logicalType':'decimal','precision':9,'scale':2} | {'type':'bytes','logicalType':'decimal','precision':8,'scale':2} | x.R.a: precision is 9 there and 8 here",
                "{'type':'long','logicalType':'timestamp-micros'}                  | {'type':'long','logicalType':'timestamp-millis'}                  | x.R.a: logicalType is timestamp-micros there and timestamp-millis here",
                "'long'                                                             | {'type':'long','logicalType':'duration-nanos'}                    | x.R.a: logicalType is absent there and duration-nanos here",
                "{'type':'array','items':{'type':'string','logicalType':'uuid'}}    | {'type':'array','items':'string'}                                 | x.R.a[]: logicalType is uuid there and absent here",
                "{'type':'map','values':{'type':'int','logicalType':'date'}}        | {'type':'map','values':'int'}                                     | x.R.a{}: logicalType is date there and absent here",
                "['null',{'type':'int','logicalType':'date'}]                       | ['null','int']                                                    | x.R.a/int: logicalType is date there and absent here",
                "{'type':'record','name':'N','fields':[],'annals.version':2}        | {'type':'record','name':'N','fields':[]}                          | x.N: annals.version is 2 there and absent here",
                "{'type':'record','name':'N','fields':[{'name':'b','type':'int','annals.unit':'m'}]} | {'type':'record','name':'N','fields':[{'name':'b','type':'int'}]} | x.N.b: annals.unit is m there and absent here"
            })
    void meaningDiffers(String there, String here, String difference) {
        String theirs = record(there, "");
        String ours = record(here, "");

        assertThat(SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(theirs)))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(ours)));
        assertThat(SchemaMeaning.difference(theirs, ours)).hasValue(difference);
        assertThat(SchemaMeaning.difference(ours, theirs)).isPresent();
    }

    @Test
    void documentationDefaultsAliasesAndOrderAreNoMeaning() {
        assertThat(SchemaMeaning.difference(
                        record("'int'", ",'doc':'one','default':1,'aliases':['z'],'order':'ignore','other':'x'"),
                        record("{'type':'int'}", "")))
                .isEmpty();
    }

    @Test
    void recursiveSchemasAreCompared() {
        String node =
                "{'type':'record','name':'N','fields':[{'name':'next','type':['null','N']},{'name':'v','type':%s}]}";
        String there = record(node.formatted("'int'"), "");
        String here = record(node.formatted("{'type':'int','logicalType':'date'}"), "");

        assertThat(SchemaMeaning.difference(there, there + " ")).isEmpty();
        assertThat(SchemaMeaning.difference(there, here)).hasValue("x.N.v: logicalType is absent there and date here");
    }

    @Test
    void schemasOfCollidingFingerprintsDiffer() {
        assertThat(SchemaMeaning.difference(record("'int'", ""), record("'long'", "")))
                .hasValue("x.R.a: type is int there and long here");
    }

    @Test
    void whatIsNoSchemaIsSaidToBeNone() {
        assertThatExceptionOfType(AvroRuntimeException.class)
                .isThrownBy(() -> SchemaMeaning.difference("{}", record("'int'", "")));
    }

    @Test
    void registryInMemoryRefusesAnotherMeaning() {
        MessageSchema cents = new MessageSchema("x.R", 1, 7, record("{'type':'int','logicalType':'date'}", ""));
        MessageSchema bare = new MessageSchema("x.R", 1, 7, record("'int'", ""));
        try (SchemaRegistry registry = new InMemorySchemaRegistry()) {
            assertThat(registry.register(List.of(cents, cents))).containsExactly(7L, 7L);

            assertThatExceptionOfType(SchemaRegistryException.class)
                    .isThrownBy(() -> registry.register(List.of(bare)))
                    .withMessageContaining(
                            "The schema of x.R is refused: the registry in memory has another one under"
                                    + " the same fingerprint, 0000000000000007. x.R.a: logicalType is date there and absent here");
            assertThat(registry.schema(7)).isEqualTo(cents.json());
        }
    }

    private static String record(String type, String more) {
        return "{'type':'record','name':'R','namespace':'x','fields':[{'name':'a','type':%s%s}]}"
                .formatted(type, more)
                .replace('\'', '"');
    }
}
