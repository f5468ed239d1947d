package dev.annals.projection;

import org.jspecify.annotations.Nullable;

/**
 * Two values that were joined, on the way to a third.
 *
 * @param right null where it is missing and may be
 */
public record Joined<L, R>(L left, @Nullable R right) {}
