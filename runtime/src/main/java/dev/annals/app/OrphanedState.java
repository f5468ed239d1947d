package dev.annals.app;

import dev.annals.aggregate.AggregateName;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events, and so state, of aggregates that the service does not have: it was renamed, or removed. Used by one thread. */
final class OrphanedState {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedState.class);

    private final ServiceTopics topics;
    private final TopicOffsets offsets;
    private final String bootstrapServers;

    OrphanedState(ServiceTopics topics, TopicOffsets offsets, String bootstrapServers) {
        this.topics = topics;
        this.offsets = offsets;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Refuses a start that would leave state behind.
     *
     * @param keep whether it is only said
     */
    void check(List<AggregateName> aggregates, boolean keep) {
        List<AggregateName> orphans = topics.aggregates().stream()
                .filter(name -> !aggregates.contains(name) && offsets.hasRecords(name.eventsTopic()))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        if (orphans.isEmpty()) {
            return;
        }
        List<AggregateName> created = aggregates.stream()
                .filter(name -> !topics.has(name.eventsTopic()))
                .toList();
        String message =
                orphans.stream().map(orphan -> describe(orphan, created)).collect(Collectors.joining("\n"));
        if (!keep) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    message
                            + "\nstate.orphans=keep (STATE_ORPHANS=keep) starts all the same, and leaves them as they are");
        }
        LOG.warn("{}", message);
    }

    private String describe(AggregateName orphan, List<AggregateName> created) {
        return ("Topic %s has events, and no aggregate of the service is named %s: its state would be left behind.%s Where it"
                        + " is gone for good, delete its topics: kafka-topics.sh --bootstrap-server %s --delete --topic '%s'")
                .formatted(
                        orphan.eventsTopic(),
                        named(orphan),
                        rename(orphan, created),
                        bootstrapServers,
                        topics.of(orphan).stream()
                                .map(topic -> topic.replace(".", "\\."))
                                .collect(Collectors.joining("|")));
    }

    private static String rename(AggregateName orphan, List<AggregateName> created) {
        if (created.isEmpty()) {
            return "";
        }
        return " %s new: was it renamed? Then name it %s again, in @EventSourced."
                .formatted(
                        created.stream().map(OrphanedState::named).collect(Collectors.joining(" and "))
                                + (created.size() == 1 ? " is" : " are"),
                        named(orphan));
    }

    private static String named(AggregateName name) {
        return name.name().isEmpty() ? "(without a name)" : name.name();
    }
}
