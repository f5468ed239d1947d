package dev.annals.extension;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * The topics of an extension's topology, but for those that Kafka Streams makes for itself.
 *
 * @param reads those of others
 * @param commands those of commands that it writes
 * @param own those that it alone writes
 * @param empty those of its own that nobody writes: of one partition, so that one instance has it
 */
public record ExtensionTopics(
        ExtensionName name, Set<String> reads, Set<String> commands, Set<String> own, Set<String> empty) {

    /** What Kafka Streams calls the topics that it writes and reads again: of repartitions, and of joins by foreign keys. */
    private static final Pattern INTERNAL =
            Pattern.compile(".+-repartition|.+-subscription-(registration|response)-topic"
                    + "|KTABLE-FK-JOIN-SUBSCRIPTION-(REGISTRATION|RESPONSE)-\\d+-topic");

    public ExtensionTopics {
        reads = Set.copyOf(reads);
        commands = Set.copyOf(commands);
        own = Set.copyOf(own);
        empty = Set.copyOf(empty);
    }

    static ExtensionTopics of(ExtensionName name, Topology topology) {
        TopologyDescription description = topology.describe();
        List<TopologyDescription.Node> nodes = description.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .toList();
        Set<String> read = new TreeSet<>();
        Stream.concat(nodes.stream(), description.globalStores().stream().map(TopologyDescription.GlobalStore::source))
                .flatMap(node -> sources(name, node))
                .forEach(read::add);
        Set<String> internal = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        Set<String> commands = new TreeSet<>();
        for (TopologyDescription.Node node : nodes) {
            if (node instanceof TopologyDescription.Sink sink) {
                if (isInternal(name, sink, read)) {
                    internal.add(sink.topic());
                } else {
                    (isOwn(name, requireAllowed(name, sink)) ? own : commands).add(sink.topic());
                }
            }
        }
        read.removeAll(own);
        read.removeAll(internal);
        own.remove(name.deadLettersTopic());
        Set<String> empty = new TreeSet<>(read);
        empty.removeIf(topic -> !topic.equals(name.ticksTopic()));
        read.removeAll(empty);
        return new ExtensionTopics(name, read, commands, own, empty);
    }

    private static Stream<String> sources(ExtensionName name, TopologyDescription.Node node) {
        if (!(node instanceof TopologyDescription.Source source)) {
            return Stream.empty();
        } else if (source.topicPattern() != null) {
            throw new ExtensionException(
                    "The extension %s reads all topics whose names match %s, which may be any: name them (%s)"
                            .formatted(name, source.topicPattern(), source.name()));
        }
        return source.topicSet().stream();
    }

    private static boolean isInternal(ExtensionName name, TopologyDescription.Sink sink, Set<String> read) {
        String topic = sink.topic();
        return topic != null
                && read.contains(topic)
                && !isOwn(name, topic)
                && INTERNAL.matcher(topic).matches();
    }

    private static boolean isOwn(ExtensionName name, String topic) {
        return topic.startsWith(name.topicPrefix());
    }

    private static String requireAllowed(ExtensionName name, TopologyDescription.Sink sink) {
        String topic = sink.topic();
        if (topic == null) {
            throw new ExtensionException(
                    ("The extension %s writes to a topic that is chosen record by record (%s), which nothing can check: split"
                                    + " the stream (split().branch(…)), and name the topic of each branch")
                            .formatted(name, sink.name()));
        }
        if (!isOwn(name, topic) && !topic.endsWith(".commands")) {
            throw new ExtensionException(
                    ("The extension %s writes to %s: it may write to topics whose names start with %s, and to topics of"
                                    + " commands. Events and snapshots are written by their aggregate alone")
                            .formatted(name, topic, name.topicPrefix()));
        }
        return topic;
    }
}
