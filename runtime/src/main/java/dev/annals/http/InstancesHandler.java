package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.instances.Instance;
import dev.annals.instances.Instances;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Answers a GET with the instances of the service, or those that hold partitions of a store. */
final class InstancesHandler implements HttpHandler {

    private final Instances instances;
    private final boolean ofOneStore;

    InstancesHandler(Instances instances, boolean ofOneStore) {
        this.instances = instances;
        this.ofOneStore = ofOneStore;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::answer);
    }

    private void answer(HttpServerExchange exchange) {
        List<Instance> found = instances.all().stream()
                .sorted(Comparator.comparing(instance -> instance.address().toString()))
                .toList();
        if (ofOneStore) {
            String store = Paths.lastSegment(exchange);
            found = found.stream()
                    .filter(instance -> instance.stores().contains(store))
                    .toList();
            if (found.isEmpty()) {
                Problems.noSuchStore(store).send(exchange);
                return;
            }
        }
        List<Instance> listed = found;
        Replies.sendJson(exchange, 200, out -> write(out, listed));
    }

    private static void write(JsonGenerator out, List<Instance> instances) throws IOException {
        out.writeStartArray();
        for (Instance instance : instances) {
            out.writeStartObject();
            out.writeStringField("host", instance.address().host());
            out.writeNumberField("port", instance.address().port());
            out.writeBooleanField("local", instance.local());
            out.writeArrayFieldStart("stores");
            for (String store : instance.stores().stream().sorted().toList()) {
                out.writeString(store);
            }
            out.writeEndArray();
            writePartitions(out, "active", instance.active());
            writePartitions(out, "standby", instance.standby());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writePartitions(JsonGenerator out, String name, Set<TopicPartition> partitions)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (String partition :
                partitions.stream().map(TopicPartition::toString).sorted().toList()) {
            out.writeString(partition);
        }
        out.writeEndArray();
    }
}
