package dev.annals.aggregate;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Counters.Command;
import dev.annals.aggregate.Counters.Count;
import dev.annals.aggregate.Counters.Event;
import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An aggregate written by hand, whose commands name what is to happen to the engine. */
public final class Counters implements Aggregate<String, Command, Event, Count> {

    public static final AggregateName NAME = new AggregateName("counting", "counters");

    static final AggregateSerdes<Command, Event, Count> SERDES =
            AggregateSerdes.of(new Counters(), new InMemorySchemaRegistry());

    static final int TOO_MANY_BYTES = 1_000_001;

    /** What a command asks for, and what an event says. */
    public enum Action {
        ADD,
        ADD_TWICE,
        NOTHING,
        DECLINE,
        ADD_AND_DECLINE,
        REJECT,
        THROW,
        OVERFLOW_THE_STACK,
        ADD_AND_BREAK,
        ADD_AND_BLOAT_EVENT,
        ADD_AND_BLOAT_SNAPSHOT,
        REMOVE,
        TELL_CONTEXT
    }

    public record Command(String key, Action action, int amount) {
        static Command of(String key, Action action) {
            return new Command(key, action, 1);
        }
    }

    public record Event(Action action, int amount, String text) {
        static Event of(Action action) {
            return new Event(action, 0, "");
        }
    }

    public record Count(long total, String text) {}

    @Override
    public AggregateName name() {
        return NAME;
    }

    @Override
    public KeyCodec<String> keys() {
        return KeyCodec.STRING;
    }

    @Override
    public String keyOf(Command command) {
        return command.key();
    }

    @Override
    public Decision<Event> decide(@Nullable Count state, Command command, CommandContext context) {
        Event added = new Event(Action.ADD, command.amount(), "");
        return switch (command.action()) {
            case ADD -> Decision.accept(added);
            case ADD_TWICE -> Decision.accept(added, added);
            case NOTHING -> Decision.accept();
            case DECLINE, REMOVE -> Decision.accept(Event.of(command.action()));
            case ADD_AND_DECLINE -> Decision.accept(added, Event.of(Action.DECLINE));
            case REJECT -> Decision.reject("refused", "Total is " + (state == null ? "none" : state.total()));
            case THROW -> throw new IllegalStateException("Thrown by decide");
            case OVERFLOW_THE_STACK -> decide(state, command, context);
            case ADD_AND_BREAK -> Decision.accept(added, Event.of(Action.THROW));
            case ADD_AND_BLOAT_EVENT ->
                Decision.accept(added, new Event(Action.NOTHING, 0, "x".repeat(TOO_MANY_BYTES)));
            case ADD_AND_BLOAT_SNAPSHOT -> Decision.accept(added, Event.of(Action.ADD_AND_BLOAT_SNAPSHOT));
            case TELL_CONTEXT -> Decision.accept(new Event(Action.NOTHING, 0, describe(context)));
        };
    }

    @Override
    public @Nullable Count evolve(@Nullable Count state, Event event) {
        long total = state == null ? 0 : state.total();
        return switch (event.action()) {
            case ADD -> new Count(total + event.amount(), "");
            case REMOVE -> null;
            case THROW -> throw new IllegalStateException("Thrown by evolve");
            case ADD_AND_BLOAT_SNAPSHOT -> new Count(total, "x".repeat(TOO_MANY_BYTES));
            default -> new Count(total, "");
        };
    }

    @Override
    public boolean isFailure(Event event) {
        return event.action() == Action.DECLINE;
    }

    private static String describe(CommandContext context) {
        return String.join(
                " ",
                context.messageId(),
                context.correlationId(),
                context.causationId(),
                context.time().toString(),
                Long.toString(context.version()),
                context.newId().toString(),
                context.newId().toString());
    }

    @Override
    public MessageCodec<Command> commands() {
        return new Codec<>(
                "counting.Command",
                1,
                (out, command) -> {
                    out.writeString(command.key());
                    out.writeEnum(command.action());
                    out.writeInt(command.amount());
                },
                in -> new Command(in.readString(), in.readEnum(Action.values()), in.readInt()));
    }

    @Override
    public MessageCodec<Event> events() {
        return new Codec<>(
                "counting.Event",
                2,
                (out, event) -> {
                    out.writeEnum(event.action());
                    out.writeInt(event.amount());
                    out.writeString(event.text());
                },
                in -> new Event(in.readEnum(Action.values()), in.readInt(), in.readString()));
    }

    @Override
    public MessageCodec<Count> snapshots() {
        return new Codec<>(
                "counting.Count",
                3,
                (out, count) -> {
                    out.writeLong(count.total());
                    out.writeString(count.text());
                },
                in -> new Count(in.readLong(), in.readString()));
    }

    private record Codec<T>(
            String typeName, long fingerprint, AvroWriter.ValueWriter<T> writer, AvroReader.ValueReader<T> reader)
            implements MessageCodec<T> {

        @Override
        public String description() {
            return typeName;
        }

        @Override
        public List<MessageSchema> schemas() {
            return List.of(new MessageSchema(
                    typeName, 1, fingerprint, "{\"type\":\"record\",\"name\":\"" + typeName + "\",\"fields\":[]}"));
        }

        @Override
        public int write(AvroWriter out, T message) {
            writer.write(out, message);
            return 0;
        }

        @Override
        public T read(int schema, AvroReader in) {
            return in.end(reader.read(in));
        }

        @Override
        public String typeName(T message) {
            return typeName;
        }
    }
}
