package shop.tills;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.Existence;
import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageCodec;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The aggregate {@code shop.open-tills}: which method of {@link Till} takes which command and which event. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class OpenTillsAggregate implements Aggregate<Till.Number, Till.Command, Till.Event, Till> {

    private static final AggregateName NAME = new AggregateName("shop", "open-tills");

    private static final KeyCodec<Till.Number> KEYS = KeyCodec.ofEnum(Till.Number.class);

    private static final MessageCodec<Till.Command> COMMANDS = new OpenTillsCommandCodec();

    private static final MessageCodec<Till.Event> EVENTS = new OpenTillsEventCodec();

    private static final MessageCodec<Till> SNAPSHOTS = new OpenTillsSnapshotCodec();

    @Override
    public AggregateName name() {
        return NAME;
    }

    @Override
    public KeyCodec<Till.Number> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<Till.Command> commands() {
        return COMMANDS;
    }

    @Override
    public MessageCodec<Till.Event> events() {
        return EVENTS;
    }

    @Override
    public MessageCodec<Till> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public Till.Number keyOf(Till.Command command) {
        if (command instanceof Till.Command.Switch switch_) {
            return switch_.number();
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public Decision<Till.Event> decide(@Nullable Till state, Till.Command command, CommandContext context) {
        if (command instanceof Till.Command.Switch switch_) {
            if (state != null) {
                return Existence.alreadyExists(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(Till.decide(switch_));
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public @Nullable Till evolve(@Nullable Till state, Till.Event event) {
        if (event instanceof Till.Event.Packaged packaged) {
            Existence.requireNone(state, event);
            return Till.evolve(packaged);
        }
        if (event instanceof Till.Event.Defaulted defaulted) {
            return Existence.require(state, event).evolve(defaulted);
        }
        throw new IllegalArgumentException("Not an event that changes state of " + NAME + ": " + event);
    }

    @Override
    public boolean isFailure(Till.Event event) {
        return false;
    }
}
