package dev.annals.reliability.fault;

/** A kind of harm. */
public enum Fault {
    /** {@code kill -9} of an instance, which starts again at once. */
    KILL,
    /** An instance is told to stop, and starts again. */
    RESTART,
    /** An instance is frozen for longer than its session lasts, and goes on. */
    FREEZE,
    /** A broker of three is killed, and starts again a little later. */
    LOSE_BROKER,
    /** Many commands at once, more than an instance takes. */
    BURST,
    /** Records that are no commands, between those that are. */
    POISON
}
