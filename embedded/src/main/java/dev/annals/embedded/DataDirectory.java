package dev.annals.embedded;

import dev.annals.broker.BrokerException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory a service keeps its local data in: the broker's under {@code broker}, and beside it what the
 * application keeps. Knows which directories are its own, because it is asked to empty them.
 */
final class DataDirectory {

    /** Tells our directories from others, and people who come across one what it is. */
    static final String MARKER = "ANNALS-DATA.txt";

    private static final String MARKER_TEXT = """
            Local data of an Annals service: its Kafka broker (broker/), its state stores (streams/) and its database (sql/).
            May be deleted when the service is not running, and is when it is started fresh.
            """;

    /** What can lie here before the marker does: a lock without a broker, state kept while on another cluster. */
    private static final Set<String> HARMLESS = Set.of(DirectoryLock.FILE, DirectoryLock.OWNER, "streams", "sql");

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /** The directory at a path, created when absent. */
    static DataDirectory at(Path path) {
        try {
            // A link may lead here: directories are told apart by where they really are.
            return new DataDirectory(Files.createDirectories(path).toRealPath());
        } catch (IOException e) {
            throw failed("create the directory " + path.toAbsolutePath(), e);
        }
    }

    Path path() {
        return path;
    }

    Path broker() {
        return path.resolve("broker");
    }

    /** Refuses a directory whose content is not known to be ours. */
    void requireOurs() {
        foreigner().ifPresent(foreigner -> {
            throw new BrokerException(
                    "%s is not emptied for a fresh start: it holds %s, and no %s to show that it is a data directory of Annals. Set embedded.directory (EMBEDDED_DIRECTORY) to the right one, or empty it yourself."
                            .formatted(path, foreigner, MARKER));
        });
    }

    /** Marks the directory as ours, unless it holds what is not. */
    void mark() {
        if (foreigner().isPresent() || Files.exists(marker())) {
            return;
        }
        try {
            Files.writeString(marker(), MARKER_TEXT);
        } catch (IOException e) {
            throw failed("write " + marker(), e);
        }
    }

    /** Removes all but the lock, which is held, and the marker. */
    void empty() {
        try {
            for (Path child : children()) {
                if (!Set.of(DirectoryLock.FILE, DirectoryLock.OWNER, MARKER).contains(name(child))) {
                    Files.walkFileTree(child, new Deletion());
                }
            }
        } catch (IOException e) {
            throw failed("empty " + path, e);
        }
    }

    private Optional<String> foreigner() {
        if (Files.exists(marker())) {
            return Optional.empty();
        }
        try {
            return children().stream()
                    .map(DataDirectory::name)
                    .filter(name -> !HARMLESS.contains(name))
                    .findFirst();
        } catch (IOException e) {
            throw failed("read " + path, e);
        }
    }

    private Path marker() {
        return path.resolve(MARKER);
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.sorted().toList();
        }
    }

    private static String name(Path child) {
        return child.getFileName().toString();
    }

    private static BrokerException failed(String attempt, IOException cause) {
        return new BrokerException(
                "Cannot %s (%s). Make it possible, or set embedded.directory (EMBEDDED_DIRECTORY) to another."
                        .formatted(attempt, cause),
                cause);
    }

    /** Deletes a tree from its leaves; links are deleted, not followed. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
