package alarm;

import alarm.Happening.AlarmCancelled;
import alarm.Happening.AlarmSet;
import alarm.Happening.AlarmSounded;
import alarm.Request.CancelAlarm;
import alarm.Request.RingAlarm;
import alarm.Request.SetAlarm;
import dev.annals.Deadline;
import dev.annals.Due;
import dev.annals.EventSourced;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An alarm: when it rings, and how often it has rung. */
@EventSourced(service = "alarm", name = "alarms", commands = Request.class, events = Happening.class)
record Alarm(Optional<Instant> at, int rung) {

    /** An alarm at this time cannot be looked at. */
    static final Instant BROKEN = Instant.parse("2000-01-01T00:00:00Z");

    /** As if other code said when alarms are due. */
    static volatile Duration shift = Duration.ZERO;

    /** As if code failed that is mended later. */
    static volatile boolean failing;

    static Alarm initial() {
        return new Alarm(Optional.empty(), 0);
    }

    AlarmSet decide(SetAlarm set) {
        return new AlarmSet(set.at());
    }

    AlarmCancelled decide(CancelAlarm cancel) {
        return new AlarmCancelled();
    }

    AlarmSounded decide(RingAlarm ring) {
        return new AlarmSounded();
    }

    @Deadline
    Optional<Due<RingAlarm>> ringing(String id) {
        if (failing) {
            throw new IllegalStateException("No bell");
        }
        return at.map(time -> Due.at(time.plus(shift), new RingAlarm(time.equals(BROKEN) ? "another" : id)));
    }

    Alarm evolve(AlarmSet set) {
        return new Alarm(Optional.of(set.at()), rung);
    }

    Alarm evolve(AlarmCancelled cancelled) {
        return new Alarm(Optional.empty(), rung);
    }

    Alarm evolve(AlarmSounded sounded) {
        return new Alarm(Optional.empty(), rung + 1);
    }
}
