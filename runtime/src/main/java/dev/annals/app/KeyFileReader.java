package dev.annals.app;

import dev.annals.tls.KeyFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads where a key store is. */
final class KeyFileReader {

    private static final String PATH = ".path";
    private static final String PASSWORD = ".password";

    private final SettingsReader settings;

    KeyFileReader(SettingsReader settings) {
        this.settings = settings;
    }

    /**
     * The key store of {@code name.path} and {@code name.password}.
     *
     * @throws StartException when the one is no file, or the other stands alone
     */
    Optional<KeyFile> read(String name) {
        Optional<String> path = settings.find(name + PATH);
        Optional<String> password = settings.find(name + PASSWORD);
        if (path.isEmpty() && password.isPresent()) {
            throw new StartException(ExitCode.WRONG_SETTING, "%s needs %s".formatted(name + PASSWORD, name + PATH));
        }
        return path.map(text -> new KeyFile(file(name + PATH, text), password.orElse("")));
    }

    private Path file(String name, String text) {
        try {
            Path file = Path.of(text);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw settings.wrong(name, text, "a file");
        }
        throw settings.wrong(name, text, "a file that exists");
    }
}
