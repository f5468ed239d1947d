package dev.annals.rebuild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of one rebuild's own files, which are gone when it is closed, or else when it is taken the next time. */
final class WorkDirectory implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;

    private WorkDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Takes this directory, and deletes what a killed process has left there.
     *
     * @throws RebuildException when another rebuild has it
     */
    static WorkDirectory take(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new RebuildException("Another rebuild is at work in " + directory.toAbsolutePath());
            }
            WorkDirectory taken = new WorkDirectory(directory, channel);
            taken.empty();
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + directory + " (rebuild.directory)", e);
        }
    }

    Path path() {
        return directory.resolve("data");
    }

    @Override
    public void close() {
        try (lock) {
            empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete what lies in " + directory, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void empty() throws IOException {
        if (!Files.exists(path())) {
            return;
        }
        List<Path> children;
        try (Stream<Path> tree = Files.walk(path())) {
            children = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path child : children) {
            Files.deleteIfExists(child);
        }
    }
}
