package dev.annals.processor;

import static java.util.stream.Collectors.toMap;

import com.google.testing.compile.JavaFileObjects;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** The sources of a domain, by the names of their types. Tests take one without mistakes, and make a mistake in it. */
record Domain(Map<String, String> sources) {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:[a-z-]+ |@[^\\n]*\\n)*(?:class|enum|interface|record) ([^\\s(<{]+)");

    /** Accounts with two commands, two events and an initial state. */
    static final Domain BANK = of("""
            package bank;

            import dev.annals.*;
            import java.math.BigDecimal;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            public sealed interface Operation {
                @Key String account();
                record Deposit(String account, long amount) implements Operation {}
                record Withdraw(String account, long amount) implements Operation {}
            }
            """, """
            package bank;

            import dev.annals.*;
            import java.math.BigDecimal;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            public sealed interface Movement {
                record Deposited(long amount) implements Movement {}
                record Withdrawn(long amount) implements Movement {}
            }
            """, """
            package bank;

            import bank.Movement.*;
            import bank.Operation.*;
            import dev.annals.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            @EventSourced(
                    service = "bank",
                    name = "accounts",
                    commands = Operation.class,
                    events = Movement.class)
            public record Account(long balance) {
                static Account initial() { return new Account(0); }

                Movement decide(Deposit deposit) { return new Deposited(1); }
                Movement decide(Withdraw withdraw) { return new Withdrawn(1); }

                Account evolve(Deposited deposited) { return this; }
                Account evolve(Withdrawn withdrawn) { return this; }
            }
            """);

    /** The same bank, whose accounts are opened first. */
    static final Domain OPENED_BANK = BANK.replace("static Account initial() { return new Account(0); }", "")
            .replace("Movement decide(Deposit deposit)", "static Movement decide(Deposit deposit)")
            .replace(
                    "Account evolve(Deposited deposited) { return this; }",
                    "static Account evolve(Deposited deposited) { return new Account(0); }");

    /** A domain of these sources, each with one type at its top. */
    static Domain of(String... sources) {
        return new Domain(Arrays.stream(sources)
                .collect(toMap(Domain::typeName, source -> source, (one, other) -> other, LinkedHashMap::new)));
    }

    /** A domain of the sources in a folder. */
    static Domain in(String folder) {
        Path root = Path.of(folder);
        return new Domain(TextFiles.below(root).stream()
                .collect(toMap(
                        file -> root.relativize(file)
                                .toString()
                                .replaceAll("\\.java$", "")
                                .replaceAll("[/\\\\]", "."),
                        TextFiles::read,
                        (one, other) -> other,
                        LinkedHashMap::new)));
    }

    /** This domain with one more source, or another source of the same type. */
    Domain with(String source) {
        Map<String, String> changed = new LinkedHashMap<>(sources);
        changed.put(typeName(source), source);
        return new Domain(changed);
    }

    /** This domain with another text in place of one that stands in it once. */
    Domain replace(String text, String by) {
        Map<String, String> changed = new LinkedHashMap<>(sources);
        changed.replaceAll((name, source) -> source.replace(text, by));
        if (occurrences(text) != 1) {
            throw new IllegalArgumentException("Not there once: " + text);
        }
        return new Domain(changed);
    }

    Domain without(String text) {
        return replace(text, "");
    }

    /** Where a text stands: {@code Account.java:14}. */
    String place(String text) {
        if (occurrences(text) != 1) {
            throw new IllegalArgumentException("Not there once: " + text);
        }
        return sources.entrySet().stream()
                .filter(entry -> entry.getValue().contains(text))
                .map(entry -> fileName(entry.getKey()) + ":" + line(entry.getValue(), text))
                .findFirst()
                .orElseThrow();
    }

    List<JavaFileObject> files() {
        return sources.entrySet().stream()
                .map(entry -> JavaFileObjects.forSourceString(entry.getKey(), entry.getValue()))
                .toList();
    }

    private long occurrences(String text) {
        return sources.values().stream()
                .mapToLong(source -> Pattern.compile(text, Pattern.LITERAL)
                        .matcher(source)
                        .results()
                        .count())
                .sum();
    }

    private static long line(String source, String text) {
        return source.substring(0, source.indexOf(text)).lines().count()
                + (source.charAt(Math.max(0, source.indexOf(text) - 1)) == '\n' ? 1 : 0);
    }

    private static String fileName(String typeName) {
        return typeName.substring(typeName.lastIndexOf('.') + 1) + ".java";
    }

    private static String typeName(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("No type in: " + source);
        }
        Matcher in = PACKAGE.matcher(source);
        return (in.find() ? in.group(1) + "." : "") + type.group(1);
    }
}
