package dev.annals.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.processor.generate.openapi.ProblemType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** OpenAPI documents know the problems that the reference lists, with their statuses. */
class ProblemsReferenceTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{3}) \\| ((?:`[a-z-]+`(?:, )?)+) \\|");
    private static final Pattern TYPE = Pattern.compile("`([a-z-]+)`");

    @Test
    void documentsKnowTheProblemsOfTheReference() {
        String reference = TextFiles.read(Path.of("../docs/reference/problems.md"));
        List<String> listed = ROW.matcher(reference)
                .results()
                .flatMap(row -> types(row.group(2)).map(type -> row.group(1) + " " + type))
                .toList();

        assertThat(Arrays.stream(ProblemType.values()).map(type -> type.status() + " " + type.text()))
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    private static Stream<String> types(String cell) {
        return TYPE.matcher(cell).results().map(found -> found.group(1));
    }
}
