package trouble;

import java.time.Instant;

/** What has happened to a case. */
sealed interface Happening {

    record CaseOpened() implements Happening {}

    record CaseNoted(String text) implements Happening {}

    record CaseDated(Instant at) implements Happening {}

    record CaseClosed() implements Happening {}
}
