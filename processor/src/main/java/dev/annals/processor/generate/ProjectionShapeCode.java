package dev.annals.processor.generate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.List;

/** The code of a projection that depends on how its records come about. */
interface ProjectionShapeCode {

    /** What the records do, for the javadoc: {@code takes in events}. */
    String phrase();

    List<Topic> topics();

    String storePartitionedBy();

    /** The body of the method that builds the topology. */
    CodeBlock build();

    /** The methods that the topology calls. */
    List<MethodSpec> methods();

    /**
     * A topic that is read.
     *
     * @param samePartitions whether it is read partition by partition
     */
    record Topic(String name, boolean samePartitions) {}
}
