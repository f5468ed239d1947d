package dev.annals.processor;

import static dev.annals.processor.GeneratedShop.articleCommand;
import static dev.annals.processor.GeneratedShop.articles;
import static dev.annals.processor.GeneratedShop.orderCommand;
import static dev.annals.processor.GeneratedShop.orders;
import static dev.annals.processor.GeneratedShop.tillCommand;
import static dev.annals.processor.GeneratedShop.tills;
import static dev.annals.processor.ShopSamples.ABSENT;
import static dev.annals.processor.ShopSamples.EMPTY;
import static dev.annals.processor.ShopSamples.LINE;
import static dev.annals.processor.ShopSamples.ORDER;
import static dev.annals.processor.ShopSamples.command;
import static dev.annals.processor.ShopSamples.placeOrder;
import static dev.annals.processor.ShopSamples.recordEverything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.Decision;
import dev.annals.aggregate.Existence;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which method of a snapshot the generated aggregate calls for which message. */
class ShopHandlersTest {

    private static final UUID NEW_ID = new UUID(1, 2);

    private static Decision<Object> decide(@Nullable Object state, String command) {
        return orders().decide(state, orderCommand(command), GeneratedShop.context(NEW_ID));
    }

    private static List<Object> events(@Nullable Object state, String command) {
        return ((Decision.Accepted<Object>) decide(state, command)).events();
    }

    private static @Nullable Object evolved(@Nullable Object state, String command) {
        @Nullable Object evolved = state;
        for (Object event : events(state, command)) {
            evolved = orders().evolve(evolved, event);
        }
        return evolved;
    }

    private static Object placed() {
        return Objects.requireNonNull(evolved(null, placeOrder()));
    }

    @Test
    void staticHandlerCreates() {
        assertThat(events(null, placeOrder())).singleElement().asString().startsWith("OrderPlaced[customer=Ada");
        assertThat(decide(placed(), placeOrder())).isEqualTo(Existence.alreadyExists(ORDER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ShipOrder", "PauseOrder", "CancelOrder"})
    void instanceHandlerNeedsAnEntity(String type) {
        assertThat(decide(null, command(type, ""))).isEqualTo(Existence.notFound(ORDER));
    }

    @Test
    void handlerOfTheStateTakesEither() {
        assertThat(events(null, recordEverything(ABSENT, EMPTY))).hasSize(1);
        assertThat(events(placed(), recordEverything(ABSENT, EMPTY))).hasSize(1);
        assertThat(evolved(null, recordEverything(ABSENT, EMPTY))).asString().startsWith("Order[customer=, ");
        assertThat(evolved(placed(), recordEverything(ABSENT, EMPTY)))
                .asString()
                .startsWith("Order[customer=Ada, ");
    }

    @Test
    void contextIsPassed() {
        assertThat(events(null, placeOrder())).singleElement().asString().endsWith("receipt=" + NEW_ID + "]");
    }

    @Test
    void mostSpecificHandlerTakesTheCommand() {
        assertThat(events(placed(), command("ShipOrder", ""))).singleElement().hasToString("OrderShipped[]");
        assertThat(events(placed(), command("CancelOrder", "\"reason\":\"late\"")))
                .singleElement()
                .hasToString("OrderCancelled[reason=late]");
        assertThat(decide(placed(), command("PauseOrder", "")))
                .isEqualTo(Decision.reject("not-now", "An order takes no PauseOrder"));
    }

    @Test
    void listOfEventsIsTakenInOrder() {
        Object order = evolved(placed(), command("AddLines", "\"lines\":[" + LINE + "," + LINE + "]"));

        assertThat(events(placed(), command("AddLines", "\"lines\":[]"))).isEmpty();
        assertThat(order)
                .isEqualTo(evolved(
                        evolved(placed(), command("AddLines", "\"lines\":[" + LINE + "]")),
                        command("AddLines", "\"lines\":[" + LINE + "]")));
    }

    @Test
    void decisionIsPassedOn() {
        Object rated = evolved(placed(), command("RateOrder", "\"stars\":4"));

        assertThat(decide(placed(), command("RateOrder", "\"stars\":6")))
                .isEqualTo(Decision.reject("too-many-stars", "There are five"));
        assertThat(events(rated, command("RateOrder", "\"stars\":4")))
                .singleElement()
                .hasToString("AlreadyRated[]");
    }

    @Test
    void eventsOfAFailedGroupAreFailures() {
        Object rated = evolved(placed(), command("RateOrder", "\"stars\":4"));

        assertThat(events(rated, command("RateOrder", "\"stars\":4"))).allMatch(orders()::isFailure);
        assertThat(events(placed(), command("ShipOrder", ""))).noneMatch(orders()::isFailure);
    }

    @Test
    void nullDeletes() {
        assertThat(evolved(placed(), command("CancelOrder", ""))).isNull();
    }

    @Test
    void creatingEventNeedsThatThereIsNoEntity() {
        Object created = events(null, placeOrder()).get(0);

        assertThatThrownBy(() -> orders().evolve(placed(), created))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OrderPlaced creates an entity, and there is one");
    }

    @Test
    void changingEventNeedsAnEntity() {
        Object shipped = events(placed(), command("ShipOrder", "")).get(0);

        assertThatThrownBy(() -> orders().evolve(null, shipped))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OrderShipped changes an entity, and there is none");
    }

    @Test
    void initialStateStandsForNone() {
        Object take = articleCommand(
                "{\"_type\":\"Take\",\"number\":7,\"count\":0,\"price\":{\"amount\":1,\"currency\":\"EUR\"}}");
        Decision<Object> decision = articles().decide(null, take, GeneratedShop.context(NEW_ID));
        Object taken = ((Decision.Accepted<Object>) decision).events().get(0);

        assertThat(articles().keyOf(take)).isEqualTo(7);
        assertThat(articles().evolve(null, taken)).asString().startsWith("Article[count=0, ");
    }

    @Test
    void enumIsAKey() {
        Object key = tills().keyOf(tillCommand("{\"_type\":\"Switch\",\"number\":\"SECOND\"}"));

        assertThat(tills().keys().toText(key)).isEqualTo("SECOND");
        assertThat(tills().keys().fromText("SECOND")).isEqualTo(key);
        assertThatThrownBy(() -> tills().keys().fromText("THIRD")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesFollowTheAnnotation() {
        assertThat(orders().name()).hasToString("shop.orders");
        assertThat(articles().name()).hasToString("shop");
        assertThat(articles().name().commandsTopic()).isEqualTo("shop.commands");
        assertThat(tills().name().eventsTopic()).isEqualTo("shop.open-tills.events");
    }
}
