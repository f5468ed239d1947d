package dev.annals.aggregate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tags that a condition lists, as <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110</a>
 * writes them: {@code *}, or {@code "3", "4"}. The tags of entities are their versions, so that others match nothing.
 *
 * @param any whether it is {@code *}
 * @param strong the versions that are listed
 * @param weak the versions that are listed as {@code W/"3"}
 */
record EntityTags(boolean any, Set<Long> strong, Set<Long> weak) {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(,|$)");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * Reads tags; of one version the quotes may be left out.
     *
     * @throws IllegalArgumentException when the text is none of these
     */
    static EntityTags parse(String text) {
        String list = text.strip();
        if (list.equals("*")) {
            return new EntityTags(true, Set.of(), Set.of());
        }
        if (VERSION.matcher(list).matches()) {
            return new EntityTags(false, Set.of(Long.valueOf(list)), Set.of());
        }
        return parseList(list);
    }

    private static EntityTags parseList(String list) {
        Set<Long> strong = new HashSet<>();
        Set<Long> weak = new HashSet<>();
        Matcher tag = TAG.matcher(list);
        int end = 0;
        while (end < list.length() && tag.find(end) && tag.start() == end) {
            if (VERSION.matcher(tag.group(2)).matches()) {
                (tag.group(1) == null ? strong : weak).add(Long.valueOf(tag.group(2)));
            }
            end = tag.end();
        }
        if (list.isEmpty() || end < list.length() || list.endsWith(",")) {
            throw new IllegalArgumentException(
                    "must be * or versions in quotes, such as \"3\", and is \u201C" + list + "\u201D");
        }
        return new EntityTags(false, Set.copyOf(strong), Set.copyOf(weak));
    }

    /** Whether one of them is that of an entity of this version, which is 0 where there is none; weak ones are not. */
    boolean matchStrongly(long version) {
        return version > 0 && (any || strong.contains(version));
    }

    /** The same, for comparisons to which weak tags do as well. */
    boolean matchWeakly(long version) {
        return matchStrongly(version) || weak.contains(version);
    }
}
