package dev.annals.app;

import dev.annals.aggregate.AggregateName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of a cluster's topics are a service's. Those with dots say so; those that Kafka Streams makes start with an application
 * id and a dash, and a dash may be within a name, so that they count only where no other service or group explains them.
 */
final class ServiceTopics {

    private static final Pattern PUBLIC =
            Pattern.compile("([^.]+)\\.(?:([^.]+)\\.)?(commands|events|snapshots|dead-letters)");
    private static final Pattern INTERNAL = Pattern.compile(".+-(changelog|repartition)");

    private final String service;
    private final Set<String> topics;
    private final Set<String> others;

    /**
     * The topics of a service.
     *
     * @param topics all that the cluster has
     * @param groups all consumer groups that the cluster has
     */
    ServiceTopics(String service, Collection<String> topics, Collection<String> groups) {
        this.service = service;
        this.topics = Set.copyOf(topics);
        this.others = Stream.concat(
                        groups.stream(),
                        topics.stream()
                                .map(PUBLIC::matcher)
                                .filter(Matcher::matches)
                                .map(match -> match.group(1)))
                .filter(other -> other.startsWith(service + "-"))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean has(String topic) {
        return topics.contains(topic);
    }

    /** The aggregates that have, or had, a topic of events. */
    Set<AggregateName> aggregates() {
        return topics.stream()
                .map(PUBLIC::matcher)
                .filter(match -> match.matches()
                        && match.group(1).equals(service)
                        && match.group(3).equals("events"))
                .map(match -> new AggregateName(service, match.group(2) == null ? "" : match.group(2)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All topics of an aggregate that are there, those of its stores among them. */
    Set<String> of(AggregateName name) {
        return Stream.concat(
                        Stream.of(
                                name.commandsTopic(),
                                name.eventsTopic(),
                                name.snapshotsTopic(),
                                name.deadLettersTopic()),
                        changelogs(name).stream().filter(this::isOurs))
                .filter(topics::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The internal topics that are there, and are nobody else's. */
    Set<String> internal() {
        return topics.stream()
                .filter(topic -> topic.startsWith(service + "-")
                        && INTERNAL.matcher(topic).matches())
                .filter(this::isOurs)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The changelog topics of an aggregate's stores, whether or not they are there. */
    static List<String> changelogs(AggregateName name) {
        return Stream.of(name.store(), name.outcomesStore(), name.historyStore(), name.deadlinesStore())
                .map(store -> changelog(name.service(), store))
                .toList();
    }

    static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }

    private boolean isOurs(String internalTopic) {
        return others.stream().noneMatch(other -> internalTopic.startsWith(other + "-"));
    }
}
