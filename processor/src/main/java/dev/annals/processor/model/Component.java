package dev.annals.processor.model;

import java.util.Optional;

/**
 * A component of a record.
 *
 * @param byDefault its value where a message has none, as it was written
 */
public record Component(String name, ValueType type, Heading heading, Optional<String> byDefault, Location location) {}
