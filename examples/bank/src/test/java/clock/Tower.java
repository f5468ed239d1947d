package clock;

import dev.annals.EventSourced;
import dev.annals.Key;
import java.time.Instant;

/** A tower: how often it has struck. */
@EventSourced(service = "clock", name = "towers", commands = Tower.Command.class, events = Tower.Event.class)
record Tower(long strokes) {

    /** What can be asked of it. */
    sealed interface Command {}

    record StrikeTower(@Key String tower, Instant time) implements Command {}

    /** What has happened. */
    sealed interface Event {}

    record TowerStruck(Instant time) implements Event {}

    static Tower initial() {
        return new Tower(0);
    }

    TowerStruck decide(StrikeTower strike) {
        return new TowerStruck(strike.time());
    }

    Tower evolve(TowerStruck struck) {
        return new Tower(strokes + 1);
    }
}
