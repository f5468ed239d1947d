package dev.annals.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Breaks lines of code that are too long after a comma, or where there is none after an arrow: at the last one that fits, of
 * those that the fewest brackets enclose.
 */
final class LongLines {

    private static final int LONGEST = 120;
    private static final String CONTINUATION = "        ";

    /** The end of a line, and how many brackets are open there. */
    private record Break(int end, int depth) {}

    private LongLines() {}

    static String wrap(String source) {
        return source.lines().map(LongLines::wrapLine).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrapLine(String line) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        boolean comment = line.startsWith("*", indent.length()) || line.startsWith("/*", indent.length());
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (!comment && rest.length() > LONGEST) {
            Break at = lastBreak(rest);
            if (at.end() == 0) {
                break;
            }
            // What goes on at the same depth stays in line.
            indent += lines.isEmpty() || at.depth() > 0 ? CONTINUATION : "";
            lines.add(rest.substring(0, at.end()));
            rest = indent + rest.substring(at.end()).strip();
        }
        lines.add(rest);
        return String.join("\n", lines);
    }

    private static Break lastBreak(String line) {
        Break comma = lastBreak(line, ", ", 1);
        return comma.end() > 0 ? comma : new Break(lastBreak(line, "-> ", 2).end(), 1);
    }

    private static Break lastBreak(String line, String mark, int length) {
        Break best = new Break(0, Integer.MAX_VALUE);
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i + length <= LONGEST; i++) {
            char next = line.charAt(i);
            if (next == '\\') {
                i++;
            } else if (next == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                boolean arrow = next == '>' && i > 0 && line.charAt(i - 1) == '-';
                depth += "([{<".indexOf(next) >= 0 ? 1 : 0;
                depth -= ")]}>".indexOf(next) >= 0 && !arrow ? 1 : 0;
                if (line.startsWith(mark, i) && depth <= best.depth()) {
                    best = new Break(i + length, depth);
                }
            }
        }
        return best;
    }
}
