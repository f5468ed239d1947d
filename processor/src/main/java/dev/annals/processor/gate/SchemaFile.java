package dev.annals.processor.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in the folder of released schemas, or one that is to be.
 *
 * @param fileName the record's full name, the number of its release, and {@code .avsc}
 */
record SchemaFile(String fileName, String text) {

    private static final Pattern NAME = Pattern.compile("(?<name>.+)\\.(?<number>[1-9][0-9]{0,8})\\.avsc");

    static SchemaFile of(String name, int number, String text) {
        return new SchemaFile(name + "." + number + ".avsc", text);
    }

    Optional<String> name() {
        return match("name");
    }

    Optional<Integer> number() {
        return match("number").map(Integer::valueOf);
    }

    private Optional<String> match(String group) {
        Matcher matcher = NAME.matcher(fileName);
        return matcher.matches() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
