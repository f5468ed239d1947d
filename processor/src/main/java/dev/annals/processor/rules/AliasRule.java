package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.Heading;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An alias is a name that nothing has or had beside the type or field which it stands on. */
final class AliasRule implements Rule<MessageOwner> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern FULL_NAME = Pattern.compile(NAME + "(\\." + NAME + ")*");

    /** What can have aliases, and where it stands. */
    private record Headed(Heading heading, Location location) {}

    @Override
    public void check(MessageOwner owner, Diagnostics diagnostics) {
        List<RecordType> records = MessagesAndValues.of(owner);
        check(
                FULL_NAME,
                Stream.concat(
                                records.stream().map(record -> new Headed(record.heading(), record.location())),
                                owner.values().enums().values().stream()
                                        .map(type -> new Headed(type.heading(), type.location())))
                        .toList(),
                diagnostics);
        records.forEach(record ->
                check(NAME, record.components().stream().map(AliasRule::headed).toList(), diagnostics));
    }

    private static Headed headed(Component component) {
        return new Headed(component.heading(), component.location());
    }

    private static void check(Pattern valid, List<Headed> all, Diagnostics diagnostics) {
        Set<String> taken = new HashSet<>();
        all.forEach(headed -> taken.add(headed.heading().name()));
        for (Headed headed : all) {
            for (String alias : headed.heading().aliases()) {
                if (!valid.matcher(alias).matches()) {
                    refuse(
                            headed,
                            alias,
                            "is no name in Avro: write letters from A to Z, digits and underscores",
                            diagnostics);
                } else if (!taken.add(alias)) {
                    refuse(headed, alias, "is a name or an alias that is in use: leave it out", diagnostics);
                }
            }
        }
    }

    private static void refuse(Headed headed, String alias, String reason, Diagnostics diagnostics) {
        diagnostics.error(
                Code.BAD_ALIAS,
                headed.location(),
                "The alias \"%s\" of %s %s",
                alias,
                headed.heading().simpleName(),
                reason);
    }
}
