package dev.annals.benchmarks;

import java.net.URI;

/** A running service that takes the bank's commands over HTTP. */
public interface Subject extends AutoCloseable {

    /** What commands are posted to. */
    URI commands();

    @Override
    void close();
}
