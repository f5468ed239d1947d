package dev.annals.processor.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A documentation comment as plain text. */
final class Javadoc {

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(?=\\w)");
    private static final Pattern PARAMETER = Pattern.compile("param\\s+(?<name>\\S+)\\s+(?<text>[\\s\\S]*)");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?<tag>\\w+)\\s*(?<text>(?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern REFERENCE = Pattern.compile("(?<target>[^\\s(]*(?:\\([^)]*\\))?)\\s*(?<label>.*)");
    private static final Pattern ELEMENT = Pattern.compile("</?[A-Za-z][^<>]*>");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final String[] parts;

    Javadoc(String comment) {
        this.parts = BLOCK_TAG.split(comment, -1);
    }

    /** The comment without its tags. */
    String text() {
        return plain(parts[0]);
    }

    /** What is said of a parameter, or nothing. */
    String parameter(String name) {
        for (int i = 1; i < parts.length; i++) {
            Matcher parameter = PARAMETER.matcher(parts[i]);
            if (parameter.matches() && parameter.group("name").equals(name)) {
                return plain(parameter.group("text"));
            }
        }
        return "";
    }

    private static String plain(String text) {
        String elements = ELEMENT.matcher(protectCode(text)).replaceAll(" ");
        String entities = elements.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&mdash;", "—")
                .replace("&ndash;", "–")
                .replace("&#64;", "@")
                .replace("&amp;", "&");
        return WHITE_SPACE.matcher(entities).replaceAll(" ").strip();
    }

    /** Takes the text out of inline tags, so that what looks like HTML in code is none. */
    private static String protectCode(String text) {
        return INLINE_TAG
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(inline(found.group(1), found.group(2))));
    }

    private static String inline(String tag, String text) {
        return switch (tag) {
            case "link", "linkplain" -> reference(text);
            case "code", "literal" ->
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            default -> text;
        };
    }

    private static String reference(String text) {
        Matcher reference =
                REFERENCE.matcher(WHITE_SPACE.matcher(text).replaceAll(" ").strip());
        if (!reference.matches()) {
            return text;
        }
        String label = reference.group("label");
        return label.isEmpty()
                ? reference.group("target").replaceFirst("^#", "").replace('#', '.')
                : label;
    }
}
