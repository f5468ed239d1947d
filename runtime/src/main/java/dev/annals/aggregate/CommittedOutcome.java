package dev.annals.aggregate;

/**
 * An outcome whose transaction has committed.
 *
 * @param position what its aggregate's topics reach to since then
 */
public record CommittedOutcome<E>(Outcome<E> outcome, Position position) {}
