package alarm;

import java.time.Instant;

/** What has happened to an alarm. */
sealed interface Happening {

    record AlarmSet(Instant at) implements Happening {}

    record AlarmCancelled() implements Happening {}

    record AlarmSounded() implements Happening {}
}
