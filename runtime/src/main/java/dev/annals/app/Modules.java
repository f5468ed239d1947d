package dev.annals.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which modules a service runs with.
 *
 * @param without which of the standard ones are left out
 * @param added what makes those beside them, one for each start
 */
public record Modules(Set<StandardModule> without, List<Supplier<? extends Module>> added) {

    /** All that a service has, and nothing else. */
    public static final Modules STANDARD = new Modules(Set.of(), List.of());

    public Modules {
        without = Set.copyOf(without);
        added = List.copyOf(added);
    }

    Modules with(Supplier<? extends Module> module) {
        List<Supplier<? extends Module>> all = new ArrayList<>(added);
        all.add(module);
        return new Modules(without, all);
    }

    Modules without(StandardModule first, StandardModule... others) {
        Set<StandardModule> all = EnumSet.of(first, others);
        all.addAll(without);
        return new Modules(all, added);
    }

    /** Makes those that are added. */
    List<Module> create() {
        return added.stream().<Module>map(Supplier::get).toList();
    }

    /** Whether it runs with a standard module: that, and what it needs, is not left out. */
    boolean has(StandardModule module) {
        return !without.contains(module) && module.need().map(this::has).orElse(true);
    }
}
