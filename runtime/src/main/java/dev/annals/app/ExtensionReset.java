package dev.annals.app;

import dev.annals.extension.ExtensionName;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.rebuild.RunningApplication;
import dev.annals.rebuild.ServiceRunningException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/**
 * Lets an extension begin anew: without offsets, without state, without dead letters. What it writes is nobody's but its own to
 * know, so that it is not compared: the next start of the service takes all in again, and writes it again.
 */
final class ExtensionReset {

    private final ExtensionRuntime extension;
    private final Collection<String> applications;
    private final Admin admin;

    /**
     * The reset of an extension.
     *
     * @param applications all of the service
     * @param admin stays its owner's to close
     */
    ExtensionReset(ExtensionRuntime extension, Collection<String> applications, Admin admin) {
        this.extension = extension;
        this.applications = List.copyOf(applications);
        this.admin = admin;
    }

    /**
     * Does it, and says what it has done.
     *
     * @param dryRun whether it only says what it would do
     * @throws ServiceRunningException when an instance of it runs
     */
    String run(boolean dryRun) {
        ExtensionName name = extension.name();
        List<String> members = RunningApplication.members(admin, name.applicationId());
        if (!members.isEmpty()) {
            throw new ServiceRunningException(name.applicationId(), members);
        }
        Set<String> deleted = topics(name);
        if (!dryRun) {
            ApplicationReset reset = new ApplicationReset(admin, name.applicationId(), extension.topology());
            reset.run();
            // The new topic's id voids the state that instances have kept.
            reset.delete(deleted);
        }
        return ("%s (extension): %s offsets and %s. The next start takes in all that its topics hold, and writes again what it"
                        + " writes%n")
                .formatted(
                        name.name(),
                        dryRun ? "would delete its" : "deleted its",
                        deleted.isEmpty() ? "no topics" : "the topics " + String.join(", ", deleted));
    }

    private Set<String> topics(ExtensionName name) {
        Set<String> existing = AdminCalls.get(admin.listTopics().names(), "list the topics");
        List<String> groups = new ArrayList<>(applications);
        AdminCalls.get(admin.listGroups().all(), "list the groups").forEach(group -> groups.add(group.groupId()));
        groups.remove(name.applicationId());
        Set<String> topics = ApplicationReset.internalTopics(name.applicationId(), extension.topology());
        topics.retainAll(existing);
        topics.addAll(new ServiceTopics(name.applicationId(), existing, groups).internal());
        if (existing.contains(name.deadLettersTopic())) {
            topics.add(name.deadLettersTopic());
        }
        return topics;
    }
}
