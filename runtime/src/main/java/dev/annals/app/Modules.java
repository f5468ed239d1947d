package dev.annals.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which modules a service runs with.
 *
 * @param without which of the standard ones are left out
 * @param added those beside them
 */
public record Modules(Set<StandardModule> without, List<Module> added) {

    /** All that a service has, and nothing else. */
    public static final Modules STANDARD = new Modules(Set.of(), List.of());

    public Modules {
        without = Set.copyOf(without);
        added = List.copyOf(added);
    }

    Modules with(Module module) {
        List<Module> all = new ArrayList<>(added);
        all.add(module);
        return new Modules(without, all);
    }

    Modules without(StandardModule first, StandardModule... others) {
        Set<StandardModule> all = EnumSet.of(first, others);
        all.addAll(without);
        return new Modules(all, added);
    }

    /** Whether it runs with a standard module: that, and what it needs, is not left out. */
    boolean has(StandardModule module) {
        return !without.contains(module) && module.need().map(this::has).orElse(true);
    }
}
