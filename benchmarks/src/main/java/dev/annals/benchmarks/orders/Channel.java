package dev.annals.benchmarks.orders;

/** How an order came in. */
public enum Channel {
    SHOP,
    WEB,
    PHONE
}
