package dev.annals.processor.gate;

import dev.annals.processor.model.Location;

/** A change that breaks something, where it stands, and how to mend it; the same for all releases that it breaks. */
record Finding(Location location, Direction direction, String reason, String mending) {

    /** The whole message. */
    String text(String releases) {
        return "%s: %s. %s".formatted(direction.sentence(releases), reason, mending);
    }
}
