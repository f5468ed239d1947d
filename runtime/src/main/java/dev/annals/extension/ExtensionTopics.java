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
 */
public record ExtensionTopics(ExtensionName name, Set<String> reads, Set<String> commands, Set<String> own) {

    /** What Kafka Streams calls the topics that it writes and reads again: of repartitions, and of joins by foreign keys. */
    private static final Pattern INTERNAL = Pattern.compile(".+-(repartition|topic)");

    public ExtensionTopics {
        reads = Set.copyOf(reads);
        commands = Set.copyOf(commands);
        own = Set.copyOf(own);
    }

    static ExtensionTopics of(ExtensionName name, Topology topology) {
        List<TopologyDescription.Node> nodes = topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .toList();
        Set<String> read = new TreeSet<>();
        nodes.stream().flatMap(ExtensionTopics::sources).forEach(read::add);
        Set<String> own = new TreeSet<>();
        Set<String> commands = new TreeSet<>();
        for (TopologyDescription.Node node : nodes) {
            if (node instanceof TopologyDescription.Sink sink && !isInternal(sink, read)) {
                (isOwn(name, requireAllowed(name, sink)) ? own : commands).add(sink.topic());
            }
        }
        read.removeIf(topic -> own.contains(topic) || INTERNAL.matcher(topic).matches());
        return new ExtensionTopics(name, read, commands, own);
    }

    private static Stream<String> sources(TopologyDescription.Node node) {
        return node instanceof TopologyDescription.Source source && source.topicSet() != null
                ? source.topicSet().stream()
                : Stream.empty();
    }

    private static boolean isInternal(TopologyDescription.Sink sink, Set<String> read) {
        String topic = sink.topic();
        return topic != null && INTERNAL.matcher(topic).matches() && read.contains(topic);
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
