package dev.annals.client;

import java.util.OptionalLong;

/**
 * What came of a command.
 *
 * @param recorded the event, or the list of events
 * @param refused whether that is a refusal: an event marked as a failure
 * @param version the entity's after it; nothing where there is no entity
 * @param messageId the command's id
 * @param position how far a projection has to be, to show what the command led to; empty where it led to nothing
 */
public record Reply<T>(T recorded, boolean refused, OptionalLong version, String messageId, String position) {}
