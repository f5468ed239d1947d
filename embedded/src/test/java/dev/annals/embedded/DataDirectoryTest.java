package dev.annals.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.broker.BrokerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which directories are emptied, and how far that reaches. */
final class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void isCreated() {
        assertThat(DataDirectory.at(parent.resolve("a/b")).path()).isDirectory();
    }

    @Test
    void isNotAFile() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.at(file))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("embedded.directory");
    }

    @Test
    void isOursOnceMarked() throws IOException {
        DataDirectory directory = DataDirectory.at(parent.resolve("data"));
        directory.mark();
        Files.createFile(directory.path().resolve("added later"));

        assertThatCode(directory::requireOurs).doesNotThrowAnyException();
    }

    @Test
    void isOursWithStateButNoBrokerYet() throws IOException {
        DataDirectory directory = DataDirectory.at(parent.resolve("data"));
        Files.createDirectory(directory.path().resolve("streams"));

        assertThatCode(directory::requireOurs).doesNotThrowAnyException();
    }

    @Test
    void doesNotBecomeOursByUse() throws IOException {
        DataDirectory directory = DataDirectory.at(parent.resolve("home"));
        Files.createFile(directory.path().resolve("thesis.tex"));
        directory.mark();

        assertThatThrownBy(directory::requireOurs)
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("thesis.tex");
    }

    @Test
    void isEmptiedButForLockAndMarkerAndNotBeyondLinks() throws IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        Path kept = Files.createFile(outside.resolve("kept"));
        DataDirectory directory = DataDirectory.at(parent.resolve("data"));
        directory.mark();
        Files.createFile(directory.path().resolve(DirectoryLock.FILE));
        Files.createFile(Files.createDirectories(directory.path().resolve("streams/bank/0_0"))
                .resolve("CURRENT"));
        Files.createSymbolicLink(directory.path().resolve("link"), outside);

        directory.empty();

        assertThat(directory.path().toFile().list())
                .containsExactlyInAnyOrder(DirectoryLock.FILE, DataDirectory.MARKER);
        assertThat(kept).exists();
    }
}
