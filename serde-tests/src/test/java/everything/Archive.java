package everything;

import dev.annals.EventSourced;
import everything.Happening.SeenNothing;
import java.util.UUID;

/** The aggregate, as there has to be one. */
@EventSourced(service = "archive", commands = Instruction.class, events = Happening.class)
record Archive(UUID id) {

    static Happening decide(Instruction.WriteDown command) {
        return new SeenNothing();
    }

    static Archive evolve(Happening happening) {
        return new Archive(new UUID(0, 0));
    }

    Archive evolve(SeenNothing nothing) {
        return this;
    }
}
