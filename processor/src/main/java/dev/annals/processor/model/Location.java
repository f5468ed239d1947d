package dev.annals.processor.model;

/** Where in the source something stands, for diagnostics; opaque to all but the reader that made it and the reporter. */
public interface Location {

    /** Of what stands in no source, such as an option. */
    Location NONE = new Location() {};
}
