package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;
import static dev.annals.processor.Compiled.error;
import static dev.annals.processor.Domain.BANK;
import static dev.annals.processor.diagnostic.Code.EXTERNAL;
import static dev.annals.processor.diagnostic.Code.HANDLER_PARAMETERS;
import static dev.annals.processor.diagnostic.Code.NOTHING_ANSWERED;
import static dev.annals.processor.diagnostic.Code.NOT_SEALED;
import static dev.annals.processor.diagnostic.Code.PROJECTION_KEY;
import static dev.annals.processor.diagnostic.Code.PROJECTION_SOURCE;
import static dev.annals.processor.diagnostic.Code.REACTION_AGGREGATE;
import static dev.annals.processor.diagnostic.Code.SUBSCRIPTION_AGGREGATE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with interfaces that another service's events are read as. */
class ExternalDiagnosticsTest {

    private static final Domain SHOP = BANK.with("""
            package bank;

            import dev.annals.*;
            import java.util.*;

            @External(topic = "shop.orders.events", key = UUID.class)
            sealed interface ShopEvent {
                @AvroName("shop.OrderEvent.OrderPaid") record Paid(String account, Money money) implements ShopEvent {}
                @AvroName("shop.OrderEvent.OrderSent") record Sent() implements ShopEvent {}
                record Money(long cents, Currency currency) {}
                enum Currency { EUR, USD }
            }
            """).with("""
            package bank;

            import bank.Operation.*;
            import bank.ShopEvent.*;
            import dev.annals.*;
            import java.util.*;

            @Reaction(service = "bank", name = "payments", from = ShopEvent.class, to = Account.class)
            final class Payments {
                static Withdraw on(Paid paid, EventContext<UUID> order) { return new Withdraw(paid.account(), paid.money().cents()); }
            }
            """).with("""
            package bank;

            import bank.ShopEvent.*;
            import dev.annals.*;
            import java.util.*;

            @Subscription(service = "bank", name = "printer", from = ShopEvent.class)
            final class Printer {
                void on(ShopEvent event) {}
            }
            """).with("""
            package bank;

            import bank.ShopEvent.*;
            import dev.annals.*;
            import java.util.*;

            @Projection(service = "bank", name = "orders", from = ShopEvent.class)
            public record Orders(long count) {
                static Orders initial() { return new Orders(0); }
                Orders on(Paid paid) { return new Orders(count + 1); }
            }
            """);

    @Test
    void whereItMayBeNamed() {
        compile(SHOP).isClean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words"})
    void topicsThatAreNone(String topic) {
        compile(SHOP.replace("shop.orders.events", topic))
                .reports(
                        error(
                                EXTERNAL,
                                "topic = \"" + topic + "\"",
                                "\"" + topic
                                        + "\" is no name of a topic: write that of the other service's events, such as"
                                        + " bank.accounts.events"),
                        error(
                                REACTION_AGGREGATE,
                                "from = ShopEvent.class, to",
                                "bank.ShopEvent is no aggregate whose events could be answered: name a snapshot, which has"
                                        + " @EventSourced, or a sealed interface of events with @External"),
                        error(
                                SUBSCRIPTION_AGGREGATE,
                                "from = ShopEvent.class)\nfinal class Printer",
                                "bank.ShopEvent is no aggregate whose events could be handled: name a snapshot, which has"
                                        + " @EventSourced, or a sealed interface of events with @External"),
                        error(
                                PROJECTION_SOURCE,
                                "from = ShopEvent.class)\npublic record Orders",
                                "bank.ShopEvent is no aggregate whose events could be folded: name a snapshot, which has"
                                        + " @EventSourced, or a sealed interface of events with @External"));
    }

    @Test
    void keysOfOthers() {
        compile(SHOP.replace(
                        "static Orders initial() { return new Orders(0); }",
                        "static Orders initial() { return new Orders(0); }\n    @Key static String account(Paid paid) { return"
                                + " paid.account(); }"))
                .reports(
                        error(
                                PROJECTION_KEY,
                                "from = ShopEvent.class)\npublic record Orders",
                                "Events of another service are folded by the keys that they have: leave out @Key for those of"
                                        + " ShopEvent, or answer them with commands for an aggregate of your own, by a @Reaction"));
    }

    @Test
    void twoViewsOfOneTopic() {
        Domain two =
                SHOP.with("""
                package bank;

                import dev.annals.*;
                import java.util.*;

                @External(topic = "shop.orders.events", key = UUID.class)
                sealed interface OtherView {
                    @AvroName("shop.OrderEvent.OrderSent") record Sent() implements OtherView {}
                }
                """).replace("from = ShopEvent.class, to", "from = {ShopEvent.class, OtherView.class}, to");
        compile(two)
                .reports(error(
                        REACTION_AGGREGATE,
                        "from = {ShopEvent.class, OtherView.class}",
                        "bank.OtherView reads shop.orders.events, as another does that is named here: put the events of one"
                                + " topic into one interface"));
    }

    private static final Domain ALONE = BANK.with("""
            package bank;

            import dev.annals.*;
            import java.util.*;

            @External(topic = "shop.orders.events", key = UUID.class)
            sealed interface ShopEvent {
                @AvroName("shop.OrderEvent.OrderSent") record Sent(long count) implements ShopEvent {}
            }
            """);

    @Test
    void keysAndInterfacesOfOtherForms() {
        compile(ALONE).isClean();
        compile(ALONE.replace("key = UUID.class", "key = List.class"))
                .reports(error(
                        EXTERNAL,
                        "key = List.class",
                        "A key cannot be java.util.List.class: write String.class, UUID.class, Integer.class, Long.class, an enum,"
                                + " or a record of one such component"));
        compile(ALONE.replace("sealed interface ShopEvent", "interface ShopEvent"))
                .reports(error(
                        NOT_SEALED,
                        "interface ShopEvent",
                        "ShopEvent is no sealed interface: declare it as 'public sealed interface ShopEvent' with a record for"
                                + " each event"));
    }

    @Test
    void eventsThatItDoesNotHave() {
        compile(SHOP.replace(
                                "static Withdraw on(Paid paid, EventContext<UUID> order)",
                                "static Withdraw on(String paid, Paid order)")
                        .replace("new Withdraw(paid.account(), paid.money().cents())", "new Withdraw(paid, 1)"))
                .reports(
                        error(
                                HANDLER_PARAMETERS,
                                "static Withdraw on(",
                                "on(String, Paid) is no on, which takes an event of ShopEvent, and may take an EventContext after"
                                        + " it. Write these parameters, or give the method another name"),
                        error(
                                NOTHING_ANSWERED,
                                "from = ShopEvent.class, to",
                                "Payments answers no event of ShopEvent: write 'static Operation on(Event event)' for one of"
                                        + " ShopEvent, or leave it out here"));
    }

    @Test
    void recordsHaveTheNamesOfWhatTheyAre() {
        compile(SHOP.replace("@AvroName(\"shop.OrderEvent.OrderSent\") record Sent", "record Sent"))
                .reports(error(
                        EXTERNAL,
                        "record Sent",
                        "Say which event of the other service Sent is, by its full name, such as"
                                + " @AvroName(\"bank.Movement.Deposited\"): its /asyncapi.json has it"));
        compile(COMMANDS.replace("@AvroName(\"shop.OrderCommand.SendOrder\") record", "record"))
                .reports(error(
                        EXTERNAL,
                        "record Send",
                        "Say which command of the other service Send is, by its full name, such as"
                                + " @AvroName(\"bank.Operation.Deposit\"): its /asyncapi.json has it"));
    }

    private static final Domain COMMANDS =
            BANK.with("""
            package bank;

            import dev.annals.*;
            import java.util.*;

            @External(topic = "shop.orders.commands")
            sealed interface ShopCommand {
                @Key UUID order();
                @AvroName("shop.OrderCommand.SendOrder") record Send(UUID order, String to) implements ShopCommand {}
            }
            """).with("""
            package bank;

            import bank.Movement.*;
            import bank.ShopCommand.*;
            import dev.annals.*;
            import java.util.*;

            final class Orders {
                @Reaction(service = "bank", name = "sending", from = Account.class, to = {ShopCommand.class, Account.class})
                static final class Sending {
                    static Send on(Deposited deposited) { return new Send(new UUID(1, 2), ""); }
                    static Operation.Deposit on(Withdrawn withdrawn) { return new Operation.Deposit("", 1); }
                }

                @Scheduled(service = "bank", name = "reminder", to = ShopCommand.class, every = "PT1H")
                static List<ShopCommand> remind() { return List.of(); }
            }
            """).replace("Movement decide(Deposit", "Deposited decide(Deposit");

    @Test
    void commandsOfAnotherService() {
        compile(COMMANDS).isClean();
        assertThat(compile(COMMANDS).generated().get("bank/ShopCommandExternal.java"))
                .contains("implements CommandChannel<UUID, ShopCommand>", "return command.order();");
    }

    @Test
    void messagesThatAreNeitherEventsNorCommands() {
        compile(ALONE.replace(", key = UUID.class", ""))
                .reports(
                        error(
                                EXTERNAL,
                                "topic = \"shop.orders.events\"",
                                "\"shop.orders.events\" is no name of a topic of commands: write that of the other service's commands, such as bank.accounts.commands"));
        compile(ALONE.replace("shop.orders.events\", key = UUID.class", "shop.orders.commands\""))
                .reports(error(
                        EXTERNAL,
                        "sealed interface ShopEvent",
                        "Say which they are: events have the type of their topic's keys, 'key = String.class', and commands the"
                                + " @Key of the entity that they are for, '@Key String id();'"));
        compile(ALONE.replace("record Sent(long count)", "record Sent(@Key long count)"))
                .reports(error(
                        EXTERNAL,
                        "sealed interface ShopEvent",
                        "Leave one of key and @Key out: events have the type of their topic's keys, 'key = String.class', and"
                                + " commands the @Key of the entity that they are for, '@Key String id();'"));
    }

    @Test
    void eventsAreNotGivenAndCommandsNotRead() {
        compile(COMMANDS.replace(
                                "from = Account.class, to = {ShopCommand.class, Account.class}",
                                "from = {Account.class, ShopCommand.class}, to = Account.class")
                        .replace("static Send on(Deposited deposited) { return new Send(new UUID(1, 2), \"\"); }", ""))
                .reports(error(
                        REACTION_AGGREGATE,
                        "ShopCommand.class}, to",
                        "bank.ShopCommand is no aggregate whose events could be answered: name a snapshot, which has"
                                + " @EventSourced, or a sealed interface of events with @External"));
        compile(SHOP.replace("to = Account.class", "to = ShopEvent.class"))
                .reports(error(
                        REACTION_AGGREGATE,
                        "to = ShopEvent.class",
                        "bank.ShopEvent is no aggregate whose commands could be given: name a snapshot, which has @EventSourced,"
                                + " or a sealed interface of commands with @External"));
    }
}
