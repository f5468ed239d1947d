package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy.Leaf;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Commands are imperative, and events are in the past tense; the option {@code annals.naming=off} silences this. */
final class NamingConventionRule implements Rule<Aggregate> {

    /** Past participles that do not end in -ed, of verbs that events are named after. */
    private static final Set<String> IRREGULAR = Set.of(
            "become",
            "begun",
            "bent",
            "bet",
            "bid",
            "born",
            "borne",
            "bought",
            "bound",
            "broken",
            "brought",
            "built",
            "burnt",
            "caught",
            "chosen",
            "come",
            "cut",
            "dealt",
            "done",
            "drawn",
            "driven",
            "eaten",
            "fallen",
            "fed",
            "felt",
            "forbidden",
            "forgotten",
            "fought",
            "found",
            "frozen",
            "given",
            "gone",
            "gotten",
            "grown",
            "had",
            "heard",
            "held",
            "hidden",
            "hit",
            "hurt",
            "kept",
            "known",
            "laid",
            "led",
            "left",
            "lent",
            "let",
            "lit",
            "lost",
            "made",
            "meant",
            "met",
            "overridden",
            "paid",
            "put",
            "quit",
            "read",
            "repaid",
            "reset",
            "ridden",
            "risen",
            "run",
            "said",
            "seen",
            "sent",
            "set",
            "shaken",
            "shown",
            "shut",
            "sold",
            "spent",
            "split",
            "spoken",
            "spread",
            "stolen",
            "struck",
            "sworn",
            "taken",
            "taught",
            "thought",
            "thrown",
            "told",
            "torn",
            "undertaken",
            "undone",
            "unlocked",
            "upheld",
            "withdrawn",
            "withheld",
            "won",
            "worn",
            "written");

    @Override
    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        for (Leaf leaf : aggregate.commands().known()) {
            checkCommand(leaf, diagnostics);
        }
        for (Leaf leaf : aggregate.events().known()) {
            if (!leaf.failure()) {
                checkEvent(leaf, diagnostics);
            }
        }
    }

    private static void checkCommand(Leaf leaf, Diagnostics diagnostics) {
        String[] words = words(leaf);
        if (isPastTense(words[words.length - 1])) {
            diagnostics.warning(
                    Code.COMMAND_NAME,
                    leaf.record().location(),
                    "The command %s reads like an event: name it {Verb}{Entity}, such as CreateBook (or silence this with"
                            + " -Aannals.naming=off)",
                    leaf.simpleName());
        }
    }

    private static void checkEvent(Leaf leaf, Diagnostics diagnostics) {
        if (Arrays.stream(words(leaf)).noneMatch(NamingConventionRule::isPastTense)) {
            diagnostics.warning(
                    Code.EVENT_NAME,
                    leaf.record().location(),
                    "The event %s is not in the past tense: name what has happened, such as BookCreated, or mark it"
                            + " @Failure (or silence this with -Aannals.naming=off)",
                    leaf.simpleName());
        }
    }

    /** Words that are the same in the present and the past tell nothing of a command. */
    private static boolean isPastTense(String word) {
        return (word.length() > 3 && word.endsWith("ed") && !word.endsWith("eed")) || IRREGULAR.contains(word);
    }

    private static String[] words(Leaf leaf) {
        return leaf.simpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .split(" ", -1);
    }
}
