package shop.orders;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.Existence;
import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageCodec;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The aggregate {@code shop.orders}: which method of {@link Order} takes which command and which event. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class OrdersAggregate implements Aggregate<OrderId, OrderCommand, OrderEvent, Order> {

    private static final AggregateName NAME = new AggregateName("shop", "orders");

    private static final KeyCodec<OrderId> KEYS = KeyCodec.UUID.mapped(OrderId::new, OrderId::value);

    private static final MessageCodec<OrderCommand> COMMANDS = new OrdersCommandCodec();

    private static final MessageCodec<OrderEvent> EVENTS = new OrdersEventCodec();

    private static final MessageCodec<Order> SNAPSHOTS = new OrdersSnapshotCodec();

    @Override
    public AggregateName name() {
        return NAME;
    }

    @Override
    public KeyCodec<OrderId> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<OrderCommand> commands() {
        return COMMANDS;
    }

    @Override
    public MessageCodec<OrderEvent> events() {
        return EVENTS;
    }

    @Override
    public MessageCodec<Order> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public boolean keepsHistory() {
        return true;
    }

    @Override
    public OrderId keyOf(OrderCommand command) {
        if (command instanceof OrderCommand.PlaceOrder placeOrder) {
            return placeOrder.order();
        }
        if (command instanceof OrderCommand.AddLines addLines) {
            return addLines.order();
        }
        if (command instanceof OrderCommand.CancelOrder cancelOrder) {
            return cancelOrder.order();
        }
        if (command instanceof OrderCommand.ShipOrder shipOrder) {
            return shipOrder.order();
        }
        if (command instanceof OrderCommand.RateOrder rateOrder) {
            return rateOrder.order();
        }
        if (command instanceof OrderCommand.PauseOrder pauseOrder) {
            return pauseOrder.order();
        }
        if (command instanceof OrderCommand.RecordEverything recordEverything) {
            return recordEverything.order();
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public Decision<OrderEvent> decide(@Nullable Order state, OrderCommand command, CommandContext context) {
        if (command instanceof OrderCommand.ShipOrder shipOrder) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(shipOrder, context));
        }
        if (command instanceof OrderCommand.AddLines addLines) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(addLines));
        }
        if (command instanceof OrderCommand.End end) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(end));
        }
        if (command instanceof OrderCommand.RateOrder rateOrder) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return state.decide(rateOrder, context);
        }
        if (command instanceof OrderCommand.PlaceOrder placeOrder) {
            if (state != null) {
                return Existence.alreadyExists(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(Order.decide(placeOrder, context));
        }
        if (command instanceof OrderCommand.Change change) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return state.decide(change);
        }
        if (command instanceof OrderCommand.RecordEverything recordEverything) {
            return Decision.accept(Order.decide(state, recordEverything));
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public @Nullable Order evolve(@Nullable Order state, OrderEvent event) {
        if (event instanceof OrderEvent.OrderPlaced orderPlaced) {
            Existence.requireNone(state, event);
            return Order.evolve(orderPlaced);
        }
        if (event instanceof OrderEvent.LineAdded lineAdded) {
            return Existence.require(state, event).evolve(lineAdded);
        }
        if (event instanceof OrderEvent.Ended ended) {
            return Existence.require(state, event).evolve(ended);
        }
        if (event instanceof OrderEvent.OrderRated orderRated) {
            return Existence.require(state, event).evolve(orderRated);
        }
        if (event instanceof OrderEvent.EverythingRecorded everythingRecorded) {
            return Order.evolve(state, everythingRecorded);
        }
        throw new IllegalArgumentException("Not an event that changes state of " + NAME + ": " + event);
    }

    @Override
    public boolean isFailure(OrderEvent event) {
        return event instanceof OrderEvent.TooManyLines
                || event instanceof OrderEvent.AlreadyRated;
    }
}
