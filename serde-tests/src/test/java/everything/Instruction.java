package everything;

import dev.annals.Key;
import java.util.UUID;

/** The one command, as events are what is tested. */
public sealed interface Instruction {

    /** Asks for an event. */
    record WriteDown(@Key UUID id) implements Instruction {}
}
