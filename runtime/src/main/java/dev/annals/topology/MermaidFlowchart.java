package dev.annals.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * Topologies as one <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid flowchart</a>: a box for each of them and
 * for each of its sub-topologies, in it the nodes and stores; topics, by which they hang together, stand outside.
 */
public final class MermaidFlowchart {

    private static final String STYLES = """
              classDef topic fill:#fff3cd,stroke:#b8860b,color:#000
              classDef store fill:#d1e7dd,stroke:#0f5132,color:#000
              classDef processor fill:#cfe2ff,stroke:#084298,color:#000
              classDef edge fill:#f8f9fa,stroke:#6c757d,color:#000
            """;

    private final StringBuilder boxes = new StringBuilder();
    private final Map<String, String> topics = new LinkedHashMap<>();
    private final List<String> arrows = new ArrayList<>();
    private int nodes;
    private int stores;
    private int boxCount;

    private MermaidFlowchart() {}

    /** The flowchart, as the text that Mermaid takes. */
    public static String of(List<NamedTopology> topologies) {
        MermaidFlowchart chart = new MermaidFlowchart();
        topologies.forEach(chart::add);
        return chart.build();
    }

    private void add(NamedTopology topology) {
        open("  ", topology.name());
        TopologyDescription description = topology.description();
        for (Subtopology subtopology : description.subtopologies()) {
            addBox("sub-topology " + subtopology.id(), subtopology.nodes());
        }
        for (GlobalStore global : description.globalStores()) {
            addBox("global store " + global.id(), List.of(global.source(), global.processor()));
        }
        boxes.append("  end\n");
    }

    private void addBox(String title, Collection<Node> content) {
        open("    ", title);
        new Box(content).draw();
        boxes.append("    end\n");
    }

    private void open(String indent, String title) {
        boxes.append("%ssubgraph b%d[%s]\n".formatted(indent, ++boxCount, label(title)));
    }

    /** The nodes of a sub-topology, whose names are its own. */
    private final class Box {

        private final Map<String, String> ids = new LinkedHashMap<>();
        private final Map<String, String> storeIds = new LinkedHashMap<>();
        private final Collection<Node> content;

        Box(Collection<Node> content) {
            this.content = content;
            content.forEach(node -> ids.put(node.name(), "n" + ++nodes));
        }

        void draw() {
            content.forEach(this::draw);
            storeIds.forEach((store, id) -> boxes.append("      %s[(%s)]:::store\n".formatted(id, label(store))));
        }

        private void draw(Node node) {
            String id = id(node);
            String label = label(node.name());
            if (node instanceof Source source) {
                boxes.append("      %s[/%s/]:::edge\n".formatted(id, label));
                topics(source).forEach(topic -> arrow(topic(topic), "-->", id));
            } else if (node instanceof Sink sink) {
                boxes.append("      %s[\\%s\\]:::edge\n".formatted(id, label));
                arrow(id, "-->", topic(sink.topic() == null ? "chosen for each record" : sink.topic()));
            } else {
                boxes.append("      %s[%s]:::processor\n".formatted(id, label));
            }
            if (node instanceof Processor processor) {
                new TreeSet<>(processor.stores()).forEach(store -> arrow(id, "<-->", storeId(store)));
            }
            node.successors().stream().map(this::id).sorted().forEach(next -> arrow(id, "-->", next));
        }

        private String id(Node node) {
            return Objects.requireNonNull(ids.get(node.name()), node::name);
        }

        private String storeId(String store) {
            return storeIds.computeIfAbsent(store, name -> "s" + ++stores);
        }
    }

    private static Collection<String> topics(Source source) {
        return source.topicSet() == null ? List.of(source.topicPattern().pattern()) : new TreeSet<>(source.topicSet());
    }

    private String topic(String name) {
        return topics.computeIfAbsent(name, same -> "t" + (topics.size() + 1));
    }

    private void arrow(String from, String arrow, String to) {
        arrows.add("  %s %s %s\n".formatted(from, arrow, to));
    }

    private String build() {
        StringBuilder chart = new StringBuilder("flowchart LR\n").append(boxes);
        topics.forEach((name, id) -> chart.append("  %s([%s]):::topic\n".formatted(id, label(name))));
        arrows.forEach(chart::append);
        return chart.append(STYLES).toString();
    }

    private static String label(String text) {
        return "\"" + text.replace("\"", "#quot;") + "\"";
    }
}
