package dev.annals.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The generated files that were reviewed and found good, byte by byte, in a folder of {@code src/test/resources/golden}.
 * Where the generators change on purpose, {@code mvn -pl runtime,processor test -Dannals.goldens=write} writes them anew,
 * to be reviewed in the difference that git shows.
 */
record Goldens(Path folder) {

    private static final String HINT = "%s (if it is right, write it: mvn -pl runtime,processor test"
            + " -Dannals.goldens=write, and review what git diff shows)";

    /** The goldens of a domain. */
    static Goldens of(String domain) {
        return new Goldens(Path.of("src/test/resources/golden", domain));
    }

    /** Holds that these files, by their paths, are the goldens; or writes them. */
    void match(SortedMap<String, String> generated) {
        if (System.getProperty("annals.goldens", "").equals("write")) {
            replaceBy(generated);
        }
        SortedMap<String, String> goldens = read();
        assertThat(generated.keySet()).as(HINT, "The list of files").isEqualTo(goldens.keySet());
        generated.forEach((path, text) -> assertThat(text).as(HINT, path).isEqualTo(goldens.get(path)));
    }

    private SortedMap<String, String> read() {
        SortedMap<String, String> goldens = new TreeMap<>();
        for (Path file : files()) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            goldens.put(path, TextFiles.read(file));
        }
        return goldens;
    }

    private void replaceBy(SortedMap<String, String> generated) {
        try {
            for (Path file : files()) {
                Files.delete(file);
            }
            for (String path : generated.keySet()) {
                Path file = folder.resolve(path);
                Files.createDirectories(file.getParent());
                Files.writeString(file, generated.get(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        return Files.isDirectory(folder) ? TextFiles.below(folder) : List.of();
    }
}
