package dev.annals.app;

import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.AggregateRuntime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, before a service starts, whether it would leave state behind: that of an aggregate which was renamed or removed; and
 * whether it would go on without state that it should have. Used by one thread.
 */
final class StateCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StateCheck.class);

    private final Admin admin;
    private final Service service;
    private final Settings settings;
    private final KafkaSettings kafka;

    StateCheck(Admin admin, Service service, Settings settings, KafkaSettings kafka) {
        this.admin = admin;
        this.service = service;
        this.settings = settings;
        this.kafka = kafka;
    }

    /** @throws StartException when the service should not start as it is; its message says what to do */
    void run() {
        Set<String> names = AdminCalls.get(admin.listTopics().names(), "list the topics");
        List<String> groups = AdminCalls.get(admin.listGroups().all(), "list the groups").stream()
                .map(GroupListing::groupId)
                .toList();
        List<String> applications = Stream.concat(groups.stream(), service.applicationIds().stream())
                .toList();
        ServiceTopics topics = new ServiceTopics(service.name(), withoutThoseOfExtensions(names), applications);
        TopicOffsets offsets = new TopicOffsets(admin);
        List<AggregateName> aggregates =
                service.aggregates().stream().map(AggregateRuntime::name).toList();
        new OrphanedState(topics, offsets, kafka.bootstrapServers())
                .check(aggregates, settings.state().keepOrphans());
        ExtensionState extensions = new ExtensionState(names, applications, offsets, kafka.bootstrapServers());
        service.extensions()
                .forEach(extension ->
                        extensions.check(extension, settings.state().keepOrphans()));
        nameUnknown(topics, aggregates);
        new MissingState(topics, offsets, kafka.committedConsumer(service.name() + "-state-check"))
                .check(aggregates, settings.state().startEmpty());
    }

    /** What an extension writes may be called as topics of aggregates are. */
    private Set<String> withoutThoseOfExtensions(Set<String> names) {
        return names.stream()
                .filter(topic -> service.extensions().stream()
                        .noneMatch(
                                extension -> topic.startsWith(extension.name().topicPrefix())))
                .collect(Collectors.toSet());
    }

    /** What is nobody's as far as can be seen is named, and no more: it may be another application's after all. */
    private void nameUnknown(ServiceTopics topics, List<AggregateName> aggregates) {
        Set<String> unknown = new TreeSet<>(topics.internal());
        unknown.removeAll(ApplicationReset.internalTopics(
                service.name(), service.topology(settings.topics().partitions())));
        aggregates.forEach(name -> ServiceTopics.changelogs(name).forEach(unknown::remove));
        topics.aggregates().forEach(name -> ServiceTopics.changelogs(name).forEach(unknown::remove));
        if (!unknown.isEmpty()) {
            LOG.warn(
                    "Nothing in the topology of {} uses {}. Where no other application does, a store was renamed or removed,"
                            + " and they can be deleted",
                    service.name(),
                    unknown);
        }
    }
}
