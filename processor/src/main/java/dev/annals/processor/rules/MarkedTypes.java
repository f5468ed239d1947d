package dev.annals.processor.rules;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Marked;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.RecordType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Annotations that belong on a type of a domain, and stand on one that is none of it, where they would do nothing. */
public final class MarkedTypes {

    private MarkedTypes() {}

    /** Types annotated with {@code @Unknown} are leaves. */
    public static void requireLeaves(List<Marked> unknown, List<Aggregate> aggregates, Diagnostics diagnostics) {
        Set<ClassName> leaves = aggregates.stream()
                .flatMap(aggregate -> Stream.of(aggregate.commands(), aggregate.events()))
                .flatMap(hierarchy -> hierarchy.leaves().stream())
                .map(leaf -> leaf.name())
                .collect(Collectors.toSet());
        unknown.stream().filter(marked -> !leaves.contains(marked.type())).forEach(marked -> {
            diagnostics.error(
                    Code.BAD_UNKNOWN,
                    marked.location(),
                    "@Unknown belongs on a record that is a command or an event of an aggregate, and %s is none: remove it",
                    marked.type().simpleName());
        });
    }

    /** Types annotated with {@code @Internal} are commands, or hold commands; perhaps of an aggregate that is compiled elsewhere. */
    public static void requireCommands(
            List<Marked> internal, List<Aggregate> aggregates, List<External> externals, Diagnostics diagnostics) {
        for (Marked marked : internal) {
            boolean other = aggregates.stream()
                    .anyMatch(aggregate -> aggregate.events().contains(marked.type())
                            || aggregate.snapshot().name().equals(marked.type())
                            || aggregate.values().records().containsKey(marked.type()));
            boolean foreign =
                    externals.stream().anyMatch(external -> external.hierarchy().contains(marked.type()));
            if (other || foreign) {
                diagnostics.error(
                        Code.BAD_INTERNAL,
                        marked.location(),
                        "@Internal belongs on a command of an aggregate, or on a sealed interface of its commands, and %s is none:"
                                + " remove it",
                        marked.type().simpleName());
            }
        }
    }

    /** Types annotated with {@code @FormerVersion} are brought up to date by some message. */
    public static void requireUpcasts(
            List<Marked> formers, List<Aggregate> aggregates, List<Projection> projections, Diagnostics diagnostics) {
        Set<ClassName> upcast = Stream.<MessageOwner>concat(aggregates.stream(), projections.stream())
                .flatMap(owner -> owner.versions().records())
                .map(RecordType::name)
                .collect(Collectors.toSet());
        formers.stream().filter(marked -> !upcast.contains(marked.type())).forEach(marked -> {
            diagnostics.error(
                    Code.BAD_FORMER,
                    marked.location(),
                    "No message is made of %s: write 'static … upcast(%s former)' in the record of the message that it is a"
                            + " former version of",
                    marked.type().simpleName(),
                    marked.type().simpleName());
        });
    }
}
