package dev.annals.processor.model;

/** A component of a record. */
public record Component(String name, ValueType type, Location location) {}
