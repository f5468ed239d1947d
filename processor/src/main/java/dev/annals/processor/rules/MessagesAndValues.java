package dev.annals.processor.rules;

import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import java.util.List;
import java.util.stream.Stream;

/** All records of an owner, each once. */
final class MessagesAndValues {

    private MessagesAndValues() {}

    static List<RecordType> of(MessageOwner owner) {
        return Stream.concat(owner.messages().stream(), owner.values().records().values().stream())
                .distinct()
                .toList();
    }

    /** The same, and those that stand for former versions. */
    static List<RecordType> withFormer(MessageOwner owner) {
        return Stream.concat(of(owner).stream(), owner.versions().records())
                .distinct()
                .toList();
    }
}
