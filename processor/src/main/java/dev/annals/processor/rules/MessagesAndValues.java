package dev.annals.processor.rules;

import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.RecordType;
import java.util.List;
import java.util.stream.Stream;

/** All records of an aggregate, each once. */
final class MessagesAndValues {

    private MessagesAndValues() {}

    static List<RecordType> of(Aggregate aggregate) {
        return Stream.concat(aggregate.messages().stream(), aggregate.values().records().values().stream())
                .distinct()
                .toList();
    }

    /** The same, and those that stand for former versions. */
    static List<RecordType> withFormer(Aggregate aggregate) {
        return Stream.concat(of(aggregate).stream(), aggregate.versions().records())
                .distinct()
                .toList();
    }
}
