package dev.annals.reliability.load;

/**
 * A command as its caller remembers it.
 *
 * @param id under which it was sent; where the service made it, the one that the reply names, or empty where there was none
 * @param amount that is paid in, or less than 0 where it is taken out
 */
public record Command(String id, String account, long amount, Fate fate) {

    /** What the caller knows of it. */
    public enum Fate {
        /** Acknowledged with success. */
        ACCEPTED,
        /** Acknowledged as refused. */
        REFUSED,
        /** Neither: it was sent once, without an id, and there was no answer. */
        UNKNOWN
    }
}
