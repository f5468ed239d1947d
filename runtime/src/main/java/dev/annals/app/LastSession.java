package dev.annals.app;

import dev.annals.rebuild.RunningApplication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session of a process that was killed, with the broker within: nobody else can run the service on that broker's data, so
 * that its members are gone, and the broker need only find that out.
 */
final class LastSession {

    private static final Logger LOG = LoggerFactory.getLogger(LastSession.class);

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final Settings settings;

    LastSession(KafkaSettings kafka, Settings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /** Waits until the broker knows, for a while. */
    void await(List<String> applications) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(kafka.admin("annals-rebuild-sessions"))) {
            boolean told = false;
            while (isRunning(admin, applications) && System.nanoTime() < deadline) {
                if (!told) {
                    LOG.info(
                            "Waiting until the broker in {} has noticed that the last process is gone",
                            settings.embedded().directory().toAbsolutePath());
                    told = true;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    private static boolean isRunning(Admin admin, List<String> applications) {
        return applications.stream()
                .anyMatch(application ->
                        !RunningApplication.members(admin, application).isEmpty());
    }
}
