package alarm;

import alarm.Happening.AlarmSet;
import alarm.Happening.AlarmSounded;
import alarm.Request.CancelAlarm;
import alarm.Request.RingAlarm;
import alarm.Request.SetAlarm;
import dev.annals.EventContext;
import dev.annals.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rings those alarms again and again, without end, or sets them again, whose names say so; and fails on others. */
@Reaction(service = "alarm", name = "snooze", from = Alarm.class, to = Alarm.class, loops = true)
final class Snooze {

    static final String ENDLESS = "endless";
    static final String RESTLESS = "restless";
    static final String HOURLY = "hourly";
    static final String FAILING = "failing";
    static final String TWICE = "twice";

    /** Whether what fails does so no longer: such alarms are cancelled. */
    static volatile boolean mended;

    Optional<Request> on(AlarmSounded sounded, EventContext<String> alarm) {
        return switch (alarm.key()) {
            case ENDLESS -> Optional.of(new RingAlarm(ENDLESS));
            case RESTLESS -> Optional.of(new SetAlarm(RESTLESS, alarm.time()));
            case HOURLY -> Optional.of(new SetAlarm(HOURLY, alarm.time().plus(Duration.ofHours(1))));
            default -> Optional.empty();
        };
    }

    List<? extends Request> on(AlarmSet set, EventContext<String> alarm) {
        if (alarm.key().equals(FAILING)) {
            if (mended) {
                return List.of(new CancelAlarm(FAILING));
            }
            throw new IllegalArgumentException("No snoozing at " + set.at());
        }
        return alarm.key().equals(TWICE) && alarm.version() == 1
                ? List.of(new SetAlarm(TWICE, set.at()), new SetAlarm(TWICE, set.at()))
                : List.of();
    }
}
