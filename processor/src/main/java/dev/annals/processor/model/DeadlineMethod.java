package dev.annals.processor.model;

/**
 * A method of a snapshot that says what is due of it.
 *
 * @param takesKey whether it takes the entity's key
 */
public record DeadlineMethod(String name, boolean takesKey) {}
