package trouble;

/** What has happened to a case. */
sealed interface Happening {

    record CaseOpened() implements Happening {}

    record CaseNoted(String text) implements Happening {}

    record CaseClosed() implements Happening {}
}
