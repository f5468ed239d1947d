package post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.HttpTester;
import java.net.http.HttpResponse;

/** The requests of these tests. */
record LettersHttp(HttpTester http) {

    void write(String to, String text) {
        HttpResponse<String> reply = http.post(
                "/letters/commands", "{\"_type\":\"WriteLetter\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(to, text));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    String subscriptions() {
        return http.get("/subscriptions").body();
    }
}
