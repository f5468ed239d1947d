package dev.annals.http;

import java.time.Duration;

/**
 * What the server takes at its door.
 *
 * @param bodyBytes the largest body of a request
 * @param headerBytes the most that the head of a request may have, its URL among it
 * @param urlBytes the longest URL, path and query together
 * @param headTimeout how long the head of a request may take to come
 * @param bodyTimeout how long its body may take
 * @param idleTimeout how long a connection may stay open without a request, or without its reply being read
 * @param commands how many commands may be under way at once
 * @param commandBytes how many bytes their bodies may have together
 */
public record Limits(
        int bodyBytes,
        int headerBytes,
        int urlBytes,
        Duration headTimeout,
        Duration bodyTimeout,
        Duration idleTimeout,
        int commands,
        long commandBytes) {

    /** What is taken where nothing else is set. */
    public static final Limits DEFAULT = new Limits(
            1 << 20,
            16 << 10,
            8 << 10,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            10_000,
            Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8));
}
