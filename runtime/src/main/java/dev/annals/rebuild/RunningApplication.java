package dev.annals.rebuild;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Finds out whether a Kafka Streams application runs, by the members of its group. */
public final class RunningApplication {

    private RunningApplication() {}

    /** Where its instances are; empty where it does not run. One that was killed counts until its session is over. */
    public static List<String> members(Admin admin, String applicationId) {
        List<String> groupId = List.of(applicationId);
        return Stream.concat(
                        found(() -> RebuildTopics.get(
                                        admin.describeConsumerGroups(groupId).all(), "describe group " + applicationId)
                                .values()
                                .stream()
                                .flatMap(group -> group.members().stream())
                                .map(member -> member.clientId() + member.host())
                                .toList()),
                        // Of Kafka's newer protocol for Streams, whose groups are of another type.
                        found(() -> RebuildTopics.get(
                                        admin.describeStreamsGroups(groupId).all(), "describe group " + applicationId)
                                .values()
                                .stream()
                                .flatMap(group -> group.members().stream())
                                .map(member -> member.clientId() + member.clientHost())
                                .toList()))
                .toList();
    }

    private interface Members {
        List<String> find();
    }

    private static Stream<String> found(Members members) {
        try {
            return members.find().stream();
        } catch (RebuildException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnsupportedVersionException) {
                return Stream.empty();
            }
            throw e;
        }
    }
}
