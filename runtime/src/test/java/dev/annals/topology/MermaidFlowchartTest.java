package dev.annals.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;

class MermaidFlowchartTest {

    @Test
    void topicsStandOutsideTheTopologiesThatTheyConnect() {
        List<NamedTopology> topologies =
                List.of(NamedTopology.of("bank", writer()), NamedTopology.of("bank-\"totals\"", reader()));

        assertThat(MermaidFlowchart.of(topologies)).isEqualTo("""
                flowchart LR
                  subgraph b1["bank"]
                    subgraph b2["sub-topology 0"]
                      n1[/"in"/]:::edge
                      n2[\\"out"\\]:::edge
                    end
                  end
                  subgraph b3["bank-#quot;totals#quot;"]
                    subgraph b4["sub-topology 0"]
                      n3[/"events"/]:::edge
                      n4["count"]:::processor
                      s1[("totals")]:::store
                    end
                  end
                  t1(["bank.commands"]):::topic
                  t2(["bank.events"]):::topic
                  t1 --> n1
                  n1 --> n2
                  n2 --> t2
                  t2 --> n3
                  n3 --> n4
                  n4 <--> s1
                  classDef topic fill:#fff3cd,stroke:#b8860b,color:#000
                  classDef store fill:#d1e7dd,stroke:#0f5132,color:#000
                  classDef processor fill:#cfe2ff,stroke:#084298,color:#000
                  classDef edge fill:#f8f9fa,stroke:#6c757d,color:#000
                """);
    }

    @Test
    void textNamesEachTopology() {
        assertThat(NamedTopology.text(
                        List.of(NamedTopology.of("bank", writer()), NamedTopology.of("totals", reader()))))
                .startsWith("bank\n\nTopologies:\n   Sub-topology: 0\n")
                .contains("Sink: out (topic: bank.events)")
                .contains("\n\ntotals\n\nTopologies:\n")
                .contains("Processor: count (stores: [totals])");
    }

    @Test
    void globalStoresHaveBoxesOfTheirOwn() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.globalTable("rates", Consumed.with(Serdes.String(), Serdes.String()), Materialized.as("rates-store"));

        assertThat(MermaidFlowchart.of(List.of(NamedTopology.of("bank", builder.build()))))
                .contains("[\"global store 0\"]")
                .contains("s1[(\"rates-store\")]:::store")
                .contains("t1([\"rates\"]):::topic");
    }

    private static Topology writer() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        "bank.commands",
                        Consumed.with(Serdes.String(), Serdes.String()).withName("in"))
                .to(
                        "bank.events",
                        Produced.with(Serdes.String(), Serdes.String()).withName("out"));
        return builder.build();
    }

    private static Topology reader() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        "bank.events",
                        Consumed.with(Serdes.String(), Serdes.String()).withName("events"))
                .groupByKey()
                .count(Named.as("count"), Materialized.as("totals"));
        return builder.build();
    }
}
