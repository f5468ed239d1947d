package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The former versions of an aggregate's messages, and how each becomes the version after it. */
public record Versions(Map<ClassName, List<Upcast>> upcasts) {

    public Versions {
        upcasts = new LinkedHashMap<>(upcasts);
    }

    /** The records that stand for former versions. */
    public Stream<RecordType> records() {
        return upcasts.values().stream().flatMap(List::stream).map(Upcast::former);
    }

    /** The former versions of a message, from the first on. */
    public List<Upcast> of(RecordType message) {
        return upcasts.getOrDefault(message.name(), List.of()).stream()
                .sorted(Comparator.comparingInt(Upcast::version))
                .toList();
    }

    /** The version that a message has now: one more than the latest former one. */
    public int current(RecordType message) {
        return of(message).stream().mapToInt(Upcast::version).max().orElse(0) + 1;
    }

    /** The upcasts that a former version goes through, the first one first. */
    public List<Upcast> chain(RecordType message, int version) {
        List<Upcast> chain = new ArrayList<>();
        Optional<Upcast> next = of(message).stream()
                .filter(upcast -> upcast.version() == version)
                .findFirst();
        while (next.isPresent()) {
            Upcast step = next.get();
            chain.add(step);
            next = of(message).stream()
                    .filter(other -> other.former().name().canonicalName().equals(step.result())
                            && other.version() > step.version())
                    .findFirst();
        }
        return chain;
    }
}
