package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Service;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates the Kafka Streams topology of a service: {@code BankTopology}. */
final class TopologyGenerator {

    private static final ClassName TOPOLOGY = ClassName.get("org.apache.kafka.streams", "Topology");
    private static final ClassName SERIALIZER =
            ClassName.get("org.apache.kafka.common.serialization", "ByteArraySerializer");
    private static final ClassName DESERIALIZER =
            ClassName.get("org.apache.kafka.common.serialization", "ByteArrayDeserializer");

    private final Service service;

    TopologyGenerator(Service service) {
        this.service = service;
    }

    GeneratedSource generate(List<Location> origins) {
        ClassName name = service.generated("Topology");
        TypeSpec.Builder type = Sources.finalClass(
                        name,
                        "The Kafka Streams topology of the service {@code $L}: for each aggregate a processor that takes its"
                                + " commands\nand writes its events, its snapshots and its dead letters.",
                        service.name())
                .addMethod(Sources.privateConstructor())
                .addMethod(build());
        service.aggregates().forEach(aggregate -> type.addMethod(add(aggregate)));
        return Sources.file(name, type.build(), origins);
    }

    private MethodSpec build() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.STATIC)
                .addParameter(int.class, "partitions")
                .returns(TOPOLOGY);
        service.aggregates().forEach(aggregate -> method.addParameter(runtime(aggregate)));
        method.addStatement("$T topology = new $T()", TOPOLOGY, TOPOLOGY);
        for (Aggregate aggregate : service.aggregates()) {
            method.addStatement("add$L(topology, partitions, $L)", aggregate.prefix(), variable(aggregate));
        }
        return method.addStatement("return topology").build();
    }

    private static MethodSpec add(Aggregate aggregate) {
        String node = aggregate.storeName();
        String topic = aggregate.fullName();
        MethodSpec.Builder method = MethodSpec.methodBuilder("add" + aggregate.prefix())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(TOPOLOGY, "topology")
                .addParameter(int.class, "partitions")
                .addParameter(runtime(aggregate))
                .addStatement("$T in = new $T()", DESERIALIZER, DESERIALIZER)
                .addStatement("$T out = new $T()", SERIALIZER, SERIALIZER)
                .addCode("topology.addSource($S, in, in, $S)\n$>$>", node + "-commands", topic + ".commands")
                .addCode(
                        ".addProcessor($S, $L.processor(partitions), $S)\n",
                        node,
                        variable(aggregate),
                        node + "-commands")
                .addCode(".addSink($S, $S, out, out, $S)\n", node + "-events", topic + ".events", node)
                .addCode(".addSink($S, $S, out, out, $S)\n", node + "-snapshots", topic + ".snapshots", node)
                .addCode(".addSink($S, $S, out, out, $S)", node + "-dead-letters", topic + ".dead-letters", node);
        if (!aggregate.deadlines().isEmpty()) {
            method.addCode("\n.addSink($S, $S, out, out, $S)", node + "-deadlines", topic + ".commands", node);
        }
        return method.addCode(";\n$<$<").build();
    }

    private static ParameterSpec runtime(Aggregate aggregate) {
        return ParameterSpec.builder(Types.parameterized(ServiceGenerator.RUNTIME, aggregate), variable(aggregate))
                .build();
    }

    private static String variable(Aggregate aggregate) {
        return new VariableNames("topology", "partitions", "in", "out").of(Names.camelCase(aggregate.prefix()));
    }
}
