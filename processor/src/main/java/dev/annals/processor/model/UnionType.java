package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A sealed interface that is used in a record.
 *
 * @param leaves the records that it permits, those of sealed interfaces below it among them, in the order of the source
 */
public record UnionType(ClassName name, List<ClassName> leaves, Location location) {

    public UnionType {
        leaves = List.copyOf(leaves);
    }
}
