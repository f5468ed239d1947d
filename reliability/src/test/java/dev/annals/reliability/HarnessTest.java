package dev.annals.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import bank.transfers.Transfer.Stage;
import dev.annals.reliability.Options.Membership;
import dev.annals.reliability.Options.Pace;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness in its short form: all promises are kept, and one that is broken is noticed. */
class HarnessTest {

    @TempDir
    Path directory;

    @Test
    void promisesAreKept() throws Exception {
        Report report = run(Duration.ofSeconds(30), Variant.KEPT);

        assertThat(report.violations()).as(report.text()).isEmpty();
        assertThat(report.events()).as(report.text()).isGreaterThan(100);
        assertThat(report.transfers()).as(report.text()).containsKeys(Stage.COMPLETED, Stage.REJECTED, Stage.REFUNDED);
    }

    @Test
    void commandsThatAreDecidedTwiceAreNoticed() throws Exception {
        Report report = run(Duration.ofSeconds(5), Variant.NO_DEDUPLICATION);

        assertThat(report.violations())
                .as(report.text())
                .anyMatch(violation -> violation.contains("acknowledged, and led to"));
    }

    @SuppressWarnings("SystemOut") // What a run found is worth reading in the build's output.
    private Report run(Duration duration, Variant variant) throws Exception {
        Report report = Harness.run(
                new Options(duration, 1, 2, 1, Membership.DYNAMIC, 0, Pace.RELENTLESS, 6, variant, 42), directory);
        System.out.print(report.text());
        return report;
    }
}
