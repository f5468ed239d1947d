package catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import catalog.views.BooksCardsProjection;
import dev.annals.app.ExitCode;
import dev.annals.app.RebuildCommand;
import dev.annals.app.StartException;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue's read models and its history, built again from the events. */
final class RebuildProjectionsTest {

    private static final int BOOKS = 12;
    private static final String CARDS = new BooksCardsProjection().name().snapshotsTopic();

    @TempDir
    private static Path directory;

    private static TestService service;

    @BeforeAll
    static void fill() {
        service = TestService.start(CatalogService::new);
        String position = "";
        for (int i = 0; i < BOOKS; i++) {
            post(
                    "/authors/commands",
                    "{\"_type\":\"CreateAuthor\",\"code\":\"a%d\",\"firstName\":\"\",\"lastName\":\"\"}".formatted(i));
            UUID book = new UUID(0, i);
            post("/books/commands", "{\"_type\":\"CreateBook\",\"id\":\"%s\",\"title\":\"T%d\"}".formatted(book, i));
            position += (i == 0 ? "" : ",")
                    + post(
                            "/books/commands",
                            "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"a%d\"}".formatted(book, i % 3));
        }
        for (String view : List.of("booksCards", "authorBooks")) {
            assertThat(service.http()
                            .send(service.http()
                                    .request("/" + view + "/all")
                                    .header("Annals-Min-Position", position)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatIsRightStaysByteForByteAndWhatIsWrongIsMended() {
        assertThat(rebuild("booksCards").code()).isEqualTo(ExitCode.SERVICE_RUNS);
        String cards = service.http().get("/booksCards/all").body();
        String counts = service.http().get("/authorBooks/all").body();
        String history =
                service.http().get("/books/one/" + new UUID(0, 1) + "/events").body();
        service.stop();
        Map<String, byte[]> before = last(CARDS);
        List<RawMessage> published = service.read(CARDS);

        Run right = rebuild();
        assertThat(right.code()).as(right.text()).isEqualTo(ExitCode.STOPPED);
        assertThat(right.text()).contains("booksCards", "authorBooks", "books", "books-history");
        assertThat(service.read(CARDS)).hasSameSizeAs(published);

        byte[] one = new UUID(0, 1).toString().getBytes(UTF_8);
        service.write(CARDS, one, "wrong".getBytes(UTF_8));
        service.write(CARDS, new UUID(9, 9).toString().getBytes(UTF_8), "extra".getBytes(UTF_8));
        Run dry = rebuild("booksCards", "--dry-run");
        assertThat(dry.code()).as(dry.text()).isEqualTo(ExitCode.DIFFERS);
        assertThat(last(CARDS)).hasSize(BOOKS + 1);
        Run mended = rebuild("booksCards");
        assertThat(mended.code()).as(mended.text()).isEqualTo(ExitCode.STOPPED);
        assertThat(mended.text()).contains("00000000-0000-0000-0000-000000000001");
        assertSame(last(CARDS), before);

        service.restart();
        assertThat(withoutVersions(service.http().get("/booksCards/all").body()))
                .isEqualTo(withoutVersions(cards));
        assertThat(withoutVersions(service.http().get("/authorBooks/all").body()))
                .isEqualTo(withoutVersions(counts));
        assertThat(service.http()
                        .get("/books/one/" + new UUID(0, 1) + "/events")
                        .body())
                .isEqualTo(history);
        assertThat(service.topicNames()).noneMatch(topic -> topic.contains("dry-run"));
        // It goes on from there.
        String position = post(
                "/books/commands",
                "{\"_type\":\"SetBookAuthor\",\"id\":\"%s\",\"author\":\"a2\"}".formatted(new UUID(0, 0)));
        assertThat(service.http()
                        .send(service.http()
                                .request("/authorBooks/one/a2")
                                .header("Annals-Min-Position", position)
                                .build())
                        .body())
                .contains("\"count\":5");
    }

    private record Run(ExitCode code, String text) {}

    private static Run rebuild(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> settings = new HashMap<>(service.settings());
        settings.put("rebuild.directory", directory.toString());
        ExitCode code;
        try {
            code = RebuildCommand.run(
                    CatalogService::new, settings, Arrays.asList(args), new PrintStream(out, true, UTF_8));
        } catch (StartException e) {
            code = e.exitCode();
        }
        return new Run(code, out.toString(UTF_8));
    }

    /** The last published value of each key. */
    private static Map<String, byte[]> last(String topic) {
        Map<String, byte[]> last = new TreeMap<>();
        for (RawMessage record : service.read(topic)) {
            String key = new String(record.key(), UTF_8);
            if (record.value() == null) {
                last.remove(key);
            } else {
                last.put(key, record.value());
            }
        }
        return last;
    }

    private static void assertSame(Map<String, byte[]> found, Map<String, byte[]> expected) {
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((key, value) -> assertThat(value).as(key).isEqualTo(expected.get(key)));
    }

    private static String withoutVersions(String json) {
        return json.replaceAll("\"_version\":\\d+,", "");
    }

    private static String post(String path, String command) {
        var reply = service.http().post(path, command);
        assertThat(reply.statusCode()).isEqualTo(200);
        return reply.headers().firstValue("Annals-Position").orElseThrow();
    }
}
