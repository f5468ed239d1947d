package alarm;

import dev.annals.Key;
import java.time.Instant;

/** What can be asked of an alarm. */
sealed interface Request {

    @Key
    String id();

    record SetAlarm(String id, Instant at) implements Request {}

    record CancelAlarm(String id) implements Request {}

    record RingAlarm(String id) implements Request {}
}
