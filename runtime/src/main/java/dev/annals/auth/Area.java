package dev.annals.auth;

/** What a request is about; each area has a rule of its own. */
public enum Area {
    /** Commands and their outcomes. */
    COMMANDS,
    /** Entities, schemas and API documents. */
    READS,
    /** Instances, metrics, the topology and dead letters. */
    MANAGEMENT
}
