package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.BAD_NAME;
import static dev.annals.processor.diagnostic.Code.DUPLICATE_NAME;
import static dev.annals.processor.diagnostic.Code.EXTENSION_ALONE;
import static dev.annals.processor.diagnostic.Code.EXTENSION_METHOD;
import static dev.annals.processor.diagnostic.Code.EXTENSION_PARAMETER;
import static dev.annals.processor.diagnostic.Code.EXTENSION_SOURCE;
import static dev.annals.processor.diagnostic.Code.INACCESSIBLE;
import static dev.annals.processor.diagnostic.Code.ROUTE_TAKEN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with methods that add Kafka Streams to a service. */
class ExtensionDiagnosticsTest {

    private static final String METHOD =
            "static void build(StreamsBuilder builder, KStream<String, Movement> movements, KTable<String, Account> accounts)";

    private static final Domain EXTENSION = BANK.with("""
            package bank;

            import dev.annals.StreamsExtension;
            import org.apache.kafka.common.serialization.Serde;
            import org.apache.kafka.streams.StreamsBuilder;
            import org.apache.kafka.streams.kstream.KStream;
            import org.apache.kafka.streams.kstream.KTable;

            final class Hourly {
                @StreamsExtension(service = "bank", name = "hourly", from = Account.class)
                %s {}
            }
            """.formatted(METHOD));

    private static Domain with(String method) {
        return EXTENSION.replace(METHOD, method);
    }

    @Test
    void allThatItMayTake() {
        compile(EXTENSION).isClean();
        compile(with("static void build(KTable<String, Account> builder, StreamsBuilder serdes, Serde<Movement> one,"
                        + " Serde<Account> two)"))
                .isClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void build(StreamsBuilder builder, KStream<String, Movement> movements)",
                "private static void build(StreamsBuilder builder, KStream<String, Movement> movements)",
                "static <T> void build(StreamsBuilder builder, KStream<String, Movement> movements)",
                "static void build(StreamsBuilder builder, KStream<String, Movement> movements) throws Exception"
            })
    void methodsThatCannotBeCalled(String method) {
        compile(with(method))
                .reports(error(
                        EXTENSION_METHOD,
                        "build(StreamsBuilder",
                        "Generated code calls build when the service starts. Write 'static void build(StreamsBuilder builder, …)', not private,"
                                + " without type parameters and checked exceptions"));
    }

    @Test
    void privateClass() {
        Domain domain = BANK.with("""
                package bank;

                import dev.annals.StreamsExtension;
                import org.apache.kafka.streams.StreamsBuilder;

                final class Outer {
                    private static final class Inner {
                        @StreamsExtension(service = "bank", name = "hourly")
                        static void build(StreamsBuilder builder) {}
                    }
                }
                """);

        compile(domain)
                .reports(error(
                        INACCESSIBLE,
                        "private static final class Inner",
                        "Inner cannot be used by code in package bank, where Annals generates. Make it and the types around"
                                + " it package-private or public"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String text | text | String",
                "KStream<Long, Movement> wrongKey | wrongKey | org.apache.kafka.streams.kstream.KStream<java.lang.Long, bank.Movement>",
                "KTable<Long, Account> wrongKey | wrongKey | org.apache.kafka.streams.kstream.KTable<java.lang.Long, bank.Account>",
                "KStream<String, Operation> commands | commands | org.apache.kafka.streams.kstream.KStream<java.lang.String,"
                        + " bank.Operation>",
                "KTable<String, ?> any | any | org.apache.kafka.streams.kstream.KTable<java.lang.String, ?>",
                "Serde<String> strings | strings | org.apache.kafka.common.serialization.Serde<java.lang.String>",
                "KStream raw | raw | KStream"
            })
    void whatItIsNotGiven(String parameter, String name, String type) {
        compile(
                        with("static void build(StreamsBuilder builder, KStream<String, Movement> movements, "
                                + parameter + ")"),
                        "-Xlint:-rawtypes")
                .reports(error(
                        EXTENSION_PARAMETER,
                        parameter,
                        type + " " + name
                                + " is nothing that an extension is given. Write StreamsBuilder; KStream<String, Movement> of"
                                + " the events of an aggregate that 'from' names; KTable<Key, Record> of the snapshots of an"
                                + " aggregate or a projection; or Serde<…> of either"));
    }

    @Test
    void noBuilder() {
        compile(with("static void build(KStream<String, Movement> movements)"))
                .reports(error(
                        EXTENSION_PARAMETER,
                        "build(KStream",
                        "build takes the StreamsBuilder that it adds to, once: write 'StreamsBuilder builder' as its first"
                                + " parameter"));
    }

    @Test
    void sourcesThatAreNone() {
        compile(EXTENSION.replace("from = Account.class", "from = {Account.class, String.class}"))
                .reports(error(
                        EXTENSION_SOURCE,
                        "String.class",
                        "java.lang.String is no aggregate whose events could be read: name a snapshot, which has"
                                + " @EventSourced"));
        compile(EXTENSION.replace("from = Account.class", "from = {Account.class, Account.class}"))
                .reports(error(
                        EXTENSION_SOURCE,
                        "Account.class})",
                        "There is another aggregate with the events Movement in from: leave one"));
        compile(with("static void build(StreamsBuilder builder, KTable<String, Account> accounts)"))
                .reports(error(
                        EXTENSION_SOURCE,
                        "from = Account.class",
                        "Nothing takes the events of Account: write a parameter 'KStream<String, Movement> events', or leave"
                                + " it out"));
    }

    @Test
    void serviceThatIsNone() {
        compile(EXTENSION.replace("service = \"bank\", name = \"hourly\"", "service = \"benk\", name = \"hourly\""))
                .reports(error(
                        EXTENSION_ALONE,
                        "service = \"benk\"",
                        "The service \"benk\" has neither an aggregate nor a projection here, which an extension could be"
                                + " added to: there is bank"));
    }

    @Test
    void namesThatAreTaken() {
        compile(EXTENSION.replace("name = \"hourly\"", "name = \"accounts\""))
                .reports(error(
                        DUPLICATE_NAME,
                        "name = \"accounts\", from",
                        "Account and Hourly would both have generated classes whose names start with Accounts in the service"
                                + " \"bank\": give one of them another name"));
        compile(EXTENSION.replace("name = \"hourly\"", "name = \"topology\""))
                .reports(error(
                        ROUTE_TAKEN,
                        "name = \"topology\"",
                        "The paths below /topology are those of every service: give it another name"));
        compile(EXTENSION.replace("name = \"hourly\"", "name = \"per hour\""))
                .reports(error(
                        BAD_NAME,
                        "name = \"per hour\"",
                        "The name \"per hour\" is part of topics, URLs and class names: write a letter, then letters, digits"
                                + " and hyphens, 63 at the most"));
    }

    @Test
    void aTopicIsTakenOnce() {
        compile(with(
                        "static void build(StreamsBuilder builder, KStream<String, Movement> movements, KTable<String, Account>"
                                + " accounts, KTable<String, Account> again)"))
                .reports(error(
                        EXTENSION_PARAMETER,
                        "again)",
                        "There is another parameter for bank.accounts.snapshots: use that one as often as you like, and leave"
                                + " again out"));
    }
}
