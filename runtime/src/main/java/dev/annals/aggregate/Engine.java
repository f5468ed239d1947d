package dev.annals.aggregate;

import dev.annals.ownership.Leases;
import dev.annals.schema.SchemaRegistry;
import dev.annals.transaction.OpenTransactions;
import java.time.Duration;
import java.util.function.Function;

/**
 * What the aggregates of a service share while they run in one process.
 *
 * @param transactions what the service's stream threads tell how their transactions ended
 * @param schemas the registry that holds the schemas of the service's messages
 * @param leases what readers ask whether the service's stream threads still own their partitions
 * @param deduplicationWindow how long the outcome of a command with an id of its caller's is kept; zero keeps none
 * @param metrics what takes note of an aggregate's commands
 */
public record Engine(
        OpenTransactions transactions,
        SchemaRegistry schemas,
        Leases leases,
        Duration deduplicationWindow,
        Function<AggregateName, CommandMetrics> metrics) {

    /** What is kept where nothing else is set. */
    public static final Duration DEFAULT_DEDUPLICATION_WINDOW = Duration.ofHours(1);

    /** An engine with defaults for all but the schemas: for tests. */
    public static Engine of(SchemaRegistry schemas) {
        return new Engine(
                new OpenTransactions(),
                schemas,
                new Leases(),
                DEFAULT_DEDUPLICATION_WINDOW,
                aggregate -> CommandMetrics.NONE);
    }
}
