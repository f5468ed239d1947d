package dev.annals.reliability.load;

import java.net.http.HttpResponse;

/** A reply, as far as two of them have to be the same. */
record Answer(int status, String body, String tag, String messageId) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Annals-Message-Id").orElse(""));
    }

    /** The entity's version; 0 where the reply has none. */
    long version() {
        return tag.length() < 3 ? 0 : Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    boolean isAccepted() {
        return status == 200;
    }

    /** The bank refuses with an event. */
    boolean isRefused() {
        return status == 422 && body.contains("InsufficientFunds");
    }

    /** Whether the request may be sent again: the service says so, or that it does not know. */
    boolean saysToTryAgain() {
        return status == 503 || status == 504;
    }
}
