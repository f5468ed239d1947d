package dev.annals.auth;

/** What a request is about; each area has a rule of its own. */
public enum Area {
    /** Commands and their outcomes. */
    COMMANDS,
    /** Entities and schemas. */
    READS,
    /** Instances, metrics and dead letters. */
    MANAGEMENT
}
