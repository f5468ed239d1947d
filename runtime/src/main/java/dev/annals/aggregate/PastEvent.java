package dev.annals.aggregate;

/**
 * An event of an entity's history.
 *
 * @param version of the entity after it
 * @param id of its message
 * @param time of the command that led to it, as ISO 8601 has it
 * @param causationId the id of that command
 */
public record PastEvent<E>(long version, String id, String time, String causationId, E event) {}
