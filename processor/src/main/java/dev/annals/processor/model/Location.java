package dev.annals.processor.model;

/** Where in the source something stands, for diagnostics; opaque to all but the reader that made it and the reporter. */
public interface Location {}
