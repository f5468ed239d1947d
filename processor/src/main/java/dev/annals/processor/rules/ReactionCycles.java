package dev.annals.processor.rules;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Reaction.Target;
import dev.annals.processor.model.Reaction.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds events that lead, by reactions and by what the domain decides, to their like again: as far as the types say that methods
 * return. Used by one thread.
 */
final class ReactionCycles {

    private final Map<ClassName, List<Step>> steps = new LinkedHashMap<>();

    private ReactionCycles() {}

    /** From an event by a command to another one. */
    private record Step(Reaction reaction, Handler handler, ClassName command, ClassName event) {}

    /** Refuses cycles of reactions, each once. */
    static void check(List<Reaction> reactions, Diagnostics diagnostics) {
        ReactionCycles cycles = new ReactionCycles();
        reactions.stream().filter(reaction -> !reaction.loops()).forEach(cycles::add);
        Set<Set<Step>> reported = new HashSet<>();
        for (ClassName event : cycles.steps.keySet()) {
            cycles.from(event, event, new ArrayList<>(), new HashSet<>())
                    .filter(cycle -> reported.add(Set.copyOf(cycle)))
                    .ifPresent(cycle -> report(event, cycle, diagnostics));
        }
    }

    private void add(Reaction reaction) {
        for (Trigger trigger : reaction.triggers()) {
            for (Leaf event : trigger.handlers().hierarchy().leaves()) {
                trigger.handlers()
                        .of(event.name())
                        .filter(handler -> handler.result().isPresent())
                        .ifPresent(handler -> {
                            Target target = reaction.target(handler);
                            for (ClassName command : leaves(target.commands(), handler)) {
                                target.aggregate().stream()
                                        .flatMap(aggregate -> events(aggregate, command))
                                        .map(next -> new Step(reaction, handler, command, next))
                                        .forEach(step -> steps.computeIfAbsent(event.name(), none -> new ArrayList<>())
                                                .add(step));
                            }
                        });
            }
        }
    }

    /** What may be decided about a command. */
    private static Stream<ClassName> events(Aggregate aggregate, ClassName command) {
        return aggregate.deciders().of(command).stream()
                .flatMap(decider -> leaves(aggregate.events(), decider).stream());
    }

    private static List<ClassName> leaves(Hierarchy hierarchy, Handler handler) {
        return handler.result().stream()
                .flatMap(result -> hierarchy.covered(result).stream().map(Leaf::name))
                .toList();
    }

    /** The first way from an event to another. */
    private Optional<List<Step>> from(ClassName event, ClassName to, List<Step> way, Set<ClassName> seen) {
        for (Step step : steps.getOrDefault(event, List.of())) {
            way.add(step);
            if (step.event().equals(to)) {
                return Optional.of(way);
            }
            if (seen.add(step.event())) {
                Optional<List<Step>> found = from(step.event(), to, way, seen);
                if (found.isPresent()) {
                    return found;
                }
            }
            way.remove(way.size() - 1);
        }
        return Optional.empty();
    }

    private static void report(ClassName event, List<Step> cycle, Diagnostics diagnostics) {
        String way = cycle.stream()
                .map(step -> " -> " + step.command().simpleName() + " -> "
                        + step.event().simpleName())
                .collect(Collectors.joining());
        diagnostics.error(
                Code.REACTION_CYCLE,
                cycle.get(0).handler().location(),
                "Events may lead to their like without end: %s. Have each decide and on say by its return type what it can return"
                        + " at all, if it is less; or, where what it decides ends it, write 'loops = true' in the @Reaction",
                event.simpleName() + way);
    }
}
