package dev.annals.processor.generate;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Lays out what JavaPoet has written as one would by hand: short javadoc on one line, signatures broken where they end. */
final class Layout {

    private static final int LINE = 120;
    private static final String CONTINUATION = "            ";

    private static final Pattern SHORT_JAVADOC = Pattern.compile("( *)/\\*\\*\\n *\\* ([^\\n]*)\\n *\\*/");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *}");
    private static final Pattern TYPE_START = Pattern.compile("(?m)^((?:public )?final class [^{]*\\{\\n)");
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^    [a-z@][^;{}=\"]*\\([^;{}=\"]*\\{$");
    private static final Pattern BREAK = Pattern.compile("\\n +(?! *@)");
    private static final Pattern AFTER_ANNOTATION =
            Pattern.compile("^(?<annotation>    @Override\\n)?(?<rest>[\\s\\S]*)$");

    private static final List<Function<String, String>> STEPS = List.of(
            text -> SHORT_JAVADOC.matcher(text).replaceAll(Layout::javadoc),
            text -> EMPTY_BODY.matcher(text).replaceAll("{}"),
            text -> TYPE_START.matcher(text).replaceAll("$1\n"),
            text -> SIGNATURE.matcher(text).replaceAll(Layout::signature),
            LongLines::wrap);

    private Layout() {}

    static String tidy(String source) {
        String text = source;
        for (Function<String, String> step : STEPS) {
            text = step.apply(text);
        }
        return text;
    }

    private static String javadoc(MatchResult found) {
        String line = found.group(1) + "/** " + found.group(2) + " */";
        return quote(line.length() <= LINE ? line : found.group());
    }

    private static String signature(MatchResult found) {
        var parts = AFTER_ANNOTATION.matcher(found.group());
        parts.matches();
        String annotation = parts.group("annotation") == null ? "" : parts.group("annotation");
        String line = "    " + BREAK.matcher(parts.group("rest").strip()).replaceAll(" ");
        return quote(annotation + (line.length() <= LINE ? line : broken(line)));
    }

    /** Before {@code throws} where that is enough, otherwise after the opening parenthesis. */
    private static String broken(String line) {
        int exceptions = line.indexOf(" throws ");
        if (exceptions > 0 && exceptions <= LINE) {
            return line.substring(0, exceptions) + "\n" + CONTINUATION + line.substring(exceptions + 1);
        }
        int open = line.indexOf('(') + 1;
        String parameters = line.substring(open);
        return line.substring(0, open)
                + "\n"
                + CONTINUATION
                + (CONTINUATION.length() + parameters.length() <= LINE ? parameters : onePerLine(parameters));
    }

    private static String onePerLine(String parameters) {
        // A comma inside <…> separates type arguments, and is followed by no parameter's name.
        return String.join(",\n" + CONTINUATION, Arrays.asList(parameters.split(", (?![^<]*>)", -1)));
    }

    private static String quote(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }
}
