package dev.annals.aggregate;

import dev.annals.schema.SchemaRegistry;
import dev.annals.transaction.OpenTransactions;

/**
 * What the aggregates of a service share while they run in one process.
 *
 * @param transactions what the service's stream threads tell how their transactions ended
 * @param schemas the registry that holds the schemas of the service's messages
 */
public record Engine(OpenTransactions transactions, SchemaRegistry schemas) {

    /** An engine with defaults for all but the schemas: for tests. */
    public static Engine of(SchemaRegistry schemas) {
        return new Engine(new OpenTransactions(), schemas);
    }
}
