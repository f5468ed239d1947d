package bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** What every error has in common. */
final class Problems {

    private Problems() {}

    /** The reply is this problem, and says each of these things. */
    static void assertProblem(HttpResponse<String> reply, int status, String type, String... said) {
        assertThat(reply.body())
                .startsWith("{\"type\":\"urn:annals:problem:" + type + "\",\"title\":\"")
                .contains("\"status\":" + status + ",\"detail\":\"")
                .contains(said)
                .doesNotContain("Exception", "\\tat ", ".java:");
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
