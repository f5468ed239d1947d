package dev.annals.reaction;

/** A chain of commands and events is longer than it may be, and so most likely without end. */
public final class TooManyHopsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyHopsException(String correlationId, int hops) {
        super(
                ("Event and command have led to each other %,d times since %s, which most likely has no end. Have the domain end"
                                + " it; where it is meant, raise reactions.max.hops (REACTIONS_MAX_HOPS)")
                        .formatted(hops, correlationId));
    }
}
