package trouble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.HttpTester;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** The requests of these tests, and what is common to their replies. */
record CaseHttp(HttpTester http) {

    HttpResponse<String> command(String type, String id) {
        return commandAsync(type, id).join();
    }

    HttpResponse<String> command(String type, String id, String idempotencyKey) {
        return http.send(http.request("/cases/commands")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(json(type, id)))
                .build());
    }

    CompletableFuture<HttpResponse<String>> commandAsync(String type, String id) {
        return http.postAsync("/cases/commands", json(type, id));
    }

    private static String json(String type, String id) {
        return "{\"_type\":\"%s\",\"id\":\"%s\"}".formatted(type, id);
    }

    HttpResponse<String> note(String id, int times) {
        return http.post("/cases/commands", "{\"_type\":\"NoteCase\",\"id\":\"%s\",\"times\":%d}".formatted(id, times));
    }

    HttpResponse<String> read(String id) {
        return http.get("/cases/one/" + id);
    }

    static String messageId(HttpResponse<String> reply) {
        return reply.headers().firstValue("Annals-Message-Id").orElseThrow();
    }

    static void assertProblem(HttpResponse<String> reply, int status, String type, String... said) {
        assertThat(reply.body())
                .startsWith("{\"type\":\"urn:annals:problem:" + type + "\",\"title\":\"")
                .contains("\"status\":" + status + ",\"detail\":\"")
                .contains(said)
                .doesNotContain(Case.SECRET, "Exception", ".java:");
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
}
