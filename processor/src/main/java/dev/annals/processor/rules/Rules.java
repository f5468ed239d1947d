package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Extension;
import dev.annals.processor.model.External;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Schedule;
import dev.annals.processor.model.Subscription;
import java.util.List;

/** All rules of a domain. */
public final class Rules {

    private static final List<Rule<? super MessageOwner>> OF_NAMES_AND_SCHEMAS = List.of(
            new NameRule(),
            new VersionRule(),
            new SchemaNameRule(),
            new UniqueSchemaNameRule(),
            new AliasRule(),
            new DefaultRule(),
            new BareRecordRule(),
            new ComponentRule());

    private static final List<Rule<Aggregate>> OF_AGGREGATES = List.of(
            new LeafNameRule(),
            new UnknownLeafRule(),
            new HandlerCoverageRule(),
            new HandlerFormRule(),
            new CreationRule());

    private static final List<Rule<Projection>> OF_PROJECTIONS =
            List.of(new ProjectionHandlerRule(), new ProjectionKeyRule());

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
        OF_NAMES_AND_SCHEMAS.forEach(rule -> rule.check(aggregate, diagnostics));
        OF_AGGREGATES.forEach(rule -> rule.check(aggregate, diagnostics));
        if (naming) {
            new NamingConventionRule().check(aggregate, diagnostics);
        }
    }

    public void check(Extension extension, Diagnostics diagnostics) {
        new NameRule().check(extension, diagnostics);
    }

    public void check(Reaction reaction, Diagnostics diagnostics) {
        new NameRule().check(reaction, diagnostics);
        new ReactionRule().check(reaction, diagnostics);
    }

    public void check(Subscription subscription, Diagnostics diagnostics) {
        new NameRule().check(subscription, diagnostics);
        new SubscriptionRule().check(subscription, diagnostics);
    }

    /** What is read of another service has schemas, and no names or handlers of its own. */
    public void check(External external, Diagnostics diagnostics) {
        List.<Rule<? super MessageOwner>>of(
                        new SchemaNameRule(),
                        new UniqueSchemaNameRule(),
                        new AliasRule(),
                        new DefaultRule(),
                        new ComponentRule())
                .forEach(rule -> rule.check(external, diagnostics));
    }

    public void check(Schedule schedule, Diagnostics diagnostics) {
        new NameRule().check(schedule, diagnostics);
        schedule.result()
                .ifPresent(result -> GivenCommands.requireOffered(
                        schedule, schedule.target(), result, schedule.location(), diagnostics));
    }

    public void check(Projection projection, Diagnostics diagnostics) {
        OF_NAMES_AND_SCHEMAS.forEach(rule -> rule.check(projection, diagnostics));
        OF_PROJECTIONS.forEach(rule -> rule.check(projection, diagnostics));
    }
}
