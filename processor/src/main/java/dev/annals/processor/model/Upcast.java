package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A method that turns a former version of a message into a later one.
 *
 * @param message the record that declares it
 * @param former the record that it takes, which stands for the former version
 * @param name the Avro name that the former version says it had
 * @param version the version that it stands for
 * @param result what it returns: the message, or the record of a later version
 * @param isPlainStatic whether it is static, without type parameters and never null
 * @param thrown the checked exceptions that it declares
 * @param nameLocation where the name of the former version is written
 * @param versionLocation where its number is written
 */
public record Upcast(
        ClassName message,
        RecordType former,
        String name,
        int version,
        String result,
        boolean isPlainStatic,
        boolean isPrivate,
        List<String> thrown,
        Location location,
        Location nameLocation,
        Location versionLocation) {

    public Upcast {
        thrown = List.copyOf(thrown);
    }

    /** Whether the message itself comes out. */
    public boolean isLast() {
        return result.equals(message.canonicalName());
    }

    /** The method to write in its place. */
    public String signature() {
        return "static %s upcast(%s former)"
                .formatted(message.simpleName(), former.name().simpleName());
    }
}
