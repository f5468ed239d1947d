package dev.annals.reliability.load;

import java.util.UUID;

/**
 * A transfer that was asked for, and acknowledged: the bank is to bring it to an end by itself.
 *
 * @param amount that goes from one account to the other
 */
public record Transfer(UUID id, String from, String to, long amount) {}
