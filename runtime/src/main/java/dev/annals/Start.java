package dev.annals;

/** Where something begins that runs for the first time. */
public enum Start {
    /** With the first event that there ever was. */
    BEGINNING,
    /** With the first event after its first start. */
    NOW
}
