package dev.annals.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.processor.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticsReferenceTest {

    @ParameterizedTest
    @EnumSource
    void eachCodeIsExplained(Code code) throws IOException {
        assertThat(Files.readString(Path.of("../docs/reference/diagnostics.md")))
                .contains("| " + code.text() + " |");
    }
}
