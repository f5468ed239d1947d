package dev.annals.app;

import dev.annals.extension.ExtensionName;
import dev.annals.extension.ExtensionRuntime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of an extension that its topology has no store for any more: stores are numbered by Kafka Streams where they are not
 * named, and a changed topology numbers them otherwise. Used by one thread.
 */
final class ExtensionState {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionState.class);

    private static final String CHANGELOG = "-changelog";

    private final Collection<String> topics;
    private final Collection<String> applications;
    private final TopicOffsets offsets;
    private final String bootstrapServers;

    /**
     * The state of extensions.
     *
     * @param topics all that the cluster has
     * @param applications all Kafka Streams applications that are known
     * @param bootstrapServers for messages
     */
    ExtensionState(
            Collection<String> topics, Collection<String> applications, TopicOffsets offsets, String bootstrapServers) {
        this.topics = List.copyOf(topics);
        this.applications = List.copyOf(applications);
        this.offsets = offsets;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Refuses a start that would leave state behind.
     *
     * @param keep whether it is only said
     */
    void check(ExtensionRuntime extension, boolean keep) {
        Set<String> used = ApplicationReset.internalTopics(extension.name().applicationId(), extension.topology());
        List<String> orphans = ofFormerTopologies(extension.name(), extension.topology()).stream()
                .filter(topic -> topic.endsWith(CHANGELOG) && offsets.hasRecords(topic))
                .toList();
        if (orphans.isEmpty()) {
            return;
        }
        String message = message(extension.name(), orphans, used);
        if (!keep) {
            throw new StartException(ExitCode.CANNOT_START, message);
        }
        LOG.warn("{}", message);
    }

    /** The internal topics that are there, are nobody else's, and that its topology does not use. */
    Set<String> ofFormerTopologies(ExtensionName name, Topology topology) {
        Set<String> internal = new ServiceTopics(name.applicationId(), topics, applications).internal();
        internal.removeAll(ApplicationReset.internalTopics(name.applicationId(), topology));
        return internal;
    }

    private String message(ExtensionName name, List<String> orphans, Set<String> used) {
        return ("%s %s state, and the extension %s has no store of that name any more; its stores are %s. Name stores"
                        + " (Materialized.as, Named.as), so that they stay what they are when others come before them, and"
                        + " give back the name; or have the extension begin anew, which writes again what it has written:"
                        + " give the service the arguments rebuild %s. Where that state is gone for good, because a table or a"
                        + " step was removed, delete it: kafka-topics.sh --bootstrap-server %s --delete --topic '%s'."
                        + " state.orphans=keep (STATE_ORPHANS=keep) starts all the same, without that state")
                .formatted(
                        String.join(" and ", orphans),
                        orphans.size() == 1 ? "holds" : "hold",
                        name,
                        stores(name, used),
                        name.name(),
                        bootstrapServers,
                        orphans.stream().map(topic -> topic.replace(".", "\\.")).collect(Collectors.joining("|")));
    }

    private static Set<String> stores(ExtensionName name, Set<String> used) {
        String prefix = name.applicationId() + "-";
        return used.stream()
                .filter(topic -> topic.endsWith(CHANGELOG))
                .map(topic -> topic.substring(prefix.length(), topic.length() - CHANGELOG.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
