package dev.annals.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What the processor tells build tools of itself. */
class SupportedOptionsTest {

    private static final String AGGREGATING = "org.gradle.annotation.processing.aggregating";

    @Test
    void gradleAsksTheProcessor() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                AnnalsProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(AnnalsProcessor.class.getName() + ",dynamic");
        }
    }

    /** Gradle then hands it class files of what has not changed, and the compiler tells all of their annotations. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void aggregatesIncrementallyWhereClassFilesTellAll() {
        assertThat(new AnnalsProcessor().getSupportedOptions()).contains("annals.naming", AGGREGATING);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void isNotIncrementalWhereClassFilesDoNotTellAll() {
        assertThat(new AnnalsProcessor().getSupportedOptions())
                .containsExactlyInAnyOrder(
                        "annals.naming", "annals.schemas", "annals.schemas.accept", "annals.compatibility");
    }
}
