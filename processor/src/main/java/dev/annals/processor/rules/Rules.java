package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import java.util.List;

/** All rules of a domain. */
public final class Rules {

    private static final List<Rule> ALWAYS = List.of(
            new AggregateNameRule(),
            new LeafNameRule(),
            new UnknownLeafRule(),
            new VersionRule(),
            new SchemaNameRule(),
            new UniqueSchemaNameRule(),
            new AliasRule(),
            new DefaultRule(),
            new BareRecordRule(),
            new HandlerCoverageRule(),
            new HandlerFormRule(),
            new CreationRule(),
            new ComponentRule());

    private final boolean naming;

    /**
     * The rules.
     *
     * @param naming whether names that break the conventions are warned of
     */
    public Rules(boolean naming) {
        this.naming = naming;
    }

    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        ALWAYS.forEach(rule -> rule.check(aggregate, diagnostics));
        if (naming) {
            new NamingConventionRule().check(aggregate, diagnostics);
        }
    }
}
