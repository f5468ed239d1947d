package dev.annals.aggregate;

/**
 * An entity as it is read.
 *
 * @param version the number of events that its state has taken in
 */
public record Entity<K, S>(K key, long version, S snapshot) {}
