package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;

/** A type that carries an annotation which only has a meaning in a domain. */
public record Marked(ClassName type, Location location) {}
