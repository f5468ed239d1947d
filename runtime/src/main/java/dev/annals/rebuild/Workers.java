package dev.annals.rebuild;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads that share work; the first failure ends all of it. */
final class Workers {

    private Workers() {}

    /** What is done with each item, by any thread. */
    @FunctionalInterface
    interface Task<T> {
        void run(T item);
    }

    /** Does it for each item, and returns when all of it is done, or has ended because one failed. */
    static <T> void forEach(List<T> items, int threads, Task<T> task) {
        if (items.isEmpty()) {
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, items.size()));
        CompletionService<Void> done = new ExecutorCompletionService<>(executor);
        try {
            for (T item : items) {
                done.submit(() -> task.run(item), null);
            }
            for (int i = 0; i < items.size(); i++) {
                done.take().get();
            }
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildException("The rebuild was interrupted; it can be repeated", e);
        } finally {
            end(executor);
        }
    }

    /** Its threads hold files that are deleted next. */
    private static void end(ExecutorService executor) {
        executor.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Threads of the rebuild do not end");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failed(Throwable cause) {
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
