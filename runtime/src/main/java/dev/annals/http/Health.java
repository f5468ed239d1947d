package dev.annals.http;

import java.util.Map;

/** How a service is. Asked by several threads. */
public interface Health {

    /** Whether it works, or may yet. */
    boolean isLive();

    /** Whether it answers requests. */
    boolean isReady();

    /** What it is doing, in a word. */
    String state();

    /** By module, why each that is not ready is not. */
    Map<String, String> unready();

    /** By store and partition, how far the restore of what is not restored yet is. */
    Map<String, String> restoring();
}
