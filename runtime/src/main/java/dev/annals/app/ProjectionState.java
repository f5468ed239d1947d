package dev.annals.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where instances keep the local state of a projection: a directory for each time that it was built anew. */
final class ProjectionState {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionState.class);

    private static final String GENERATION = "[-_A-Za-z0-9]{22}";

    private ProjectionState() {}

    /**
     * The directory, within that of all state.
     *
     * @param generation a topic's id, of 22 characters
     */
    static Path directory(String clusterId, String application, String generation) {
        return Path.of(clusterId, application + "-" + generation);
    }

    /** Deletes the state of earlier generations beside this one, which nobody looks at any more. */
    static void deleteFormer(Path current) {
        String name = String.valueOf(current.getFileName());
        String application = name.substring(0, name.length() - "-".length() - 22);
        Pattern former = Pattern.compile(Pattern.quote(application + "-") + GENERATION);
        Path parent = Objects.requireNonNull(current.getParent());
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent)) {
            for (Path sibling : siblings) {
                String other = String.valueOf(sibling.getFileName());
                if (former.matcher(other).matches() && !other.equals(name)) {
                    LOG.info("Deleting the state of {} before it was built anew: {}", application, sibling);
                    delete(sibling);
                }
            }
        } catch (IOException e) {
            LOG.warn("Former state of {} cannot be deleted", application, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(directory)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
