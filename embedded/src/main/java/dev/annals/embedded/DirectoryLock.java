package dev.annals.embedded;

import dev.annals.broker.BrokerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a data directory to one broker at a time; the system lets go of it should the process be killed. */
final class DirectoryLock implements AutoCloseable {

    static final String FILE = "lock";

    /** Who holds the lock. A file of its own, because a locked file cannot be read everywhere. */
    static final String OWNER = "pid";

    /**
     * The directories held by this process. POSIX drops all locks a process has on a file when it closes any handle
     * of it, so a second attempt here must be refused before the file is opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Takes the lock on a directory, or says who has it. */
    static DirectoryLock take(DataDirectory directory) {
        Path path = directory.path();
        if (!HELD.add(path)) {
            throw inUse(path, "this process");
        }
        try {
            return new DirectoryLock(path, lock(path));
        } catch (IOException e) {
            HELD.remove(path);
            throw new BrokerException(
                    "Cannot lock %s (%s). Set embedded.directory (EMBEDDED_DIRECTORY) to a directory on a local disk that this process may write to."
                            .formatted(path, e),
                    e);
        } catch (RuntimeException e) {
            HELD.remove(path);
            throw e;
        }
    }

    @Override
    public void close() {
        // The lock file stays: were it deleted, two processes could each lock a file of that name.
        try (channel) {
            Files.deleteIfExists(directory.resolve(OWNER));
        } catch (IOException ignored) {
            // Neither is needed again: the next owner writes its own, and the system closes what this process leaves.
        } finally {
            HELD.remove(directory);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw inUse(directory, owner(directory));
            }
            Files.writeString(
                    directory.resolve(OWNER),
                    Long.toString(ProcessHandle.current().pid()));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this process after all, through a second copy of this class.
            return null;
        }
    }

    private static String owner(Path directory) {
        try {
            return "process " + Files.readString(directory.resolve(OWNER)).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    private static BrokerException inUse(Path directory, String owner) {
        return new BrokerException(
                "The directory %s is in use by a broker of %s. Stop that one, or give this one a directory of its own with embedded.directory (EMBEDDED_DIRECTORY)."
                        .formatted(directory, owner));
    }
}
