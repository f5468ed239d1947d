package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Member;
import java.util.regex.Pattern;

/** Names of services, aggregates, projections and extensions can be parts of topics, of URLs and of Java names. */
final class NameRule implements Rule<Member> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,62}");

    @Override
    public void check(Member owner, Diagnostics diagnostics) {
        check("service", owner.service(), owner.serviceLocation(), diagnostics);
        if (!owner.name().isEmpty() || !(owner instanceof Aggregate)) {
            check("name", owner.name(), owner.nameLocation(), diagnostics);
        }
    }

    private static void check(String what, String name, Location location, Diagnostics diagnostics) {
        if (!VALID.matcher(name).matches()) {
            diagnostics.error(
                    Code.BAD_NAME,
                    location,
                    "The %s \"%s\" is part of topics, URLs and class names: write a letter, then letters, digits and"
                            + " hyphens, 63 at the most",
                    what,
                    name);
        }
    }
}
