package dev.annals.aggregate;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far the topics of an aggregate reached, in one partition, when a command's transaction had committed: who has taken in all
 * up to there has taken in what the command led to.
 *
 * @param aggregate the full name of the aggregate: {@code catalog.books}
 * @param partition of its topics
 * @param events the offset of the last event; -1 where there is none that is known
 * @param snapshots the offset of the last snapshot; -1 where there is none that is known
 */
public record Position(String aggregate, int partition, long events, long snapshots) {

    private static final String SEPARATOR = ":";
    private static final int PARTS = 4;

    static Position of(AggregateName name, int partition, OptionalLong events, OptionalLong snapshots) {
        return new Position(name.toString(), partition, events.orElse(-1), snapshots.orElse(-1));
    }

    /** As {@link #parse} reads it. */
    public String toText() {
        return String.join(
                SEPARATOR, aggregate, Integer.toString(partition), Long.toString(events), Long.toString(snapshots));
    }

    /**
     * The positions in a text, separated by commas.
     *
     * @throws IllegalArgumentException when it holds anything else
     */
    public static List<Position> parse(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Position::one)
                .toList();
    }

    private static Position one(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("Not a position: " + text);
        }
        Position position =
                new Position(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        if (position.partition < 0 || position.events < -1 || position.snapshots < -1) {
            throw new IllegalArgumentException("Not a position: " + text);
        }
        return position;
    }
}
