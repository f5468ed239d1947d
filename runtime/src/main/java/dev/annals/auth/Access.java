package dev.annals.auth;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what.
 *
 * @param authenticator finds out who asks; not asked where a rule is open
 * @param rules of each area
 */
public record Access(Authenticator authenticator, Map<Area, Rule> rules) {

    public Access {
        rules = Map.copyOf(rules);
    }

    /** Anybody may do anything. */
    public static Access open() {
        Map<Area, Rule> rules = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            rules.put(area, new Rule.Open());
        }
        return new Access(Access::noPrincipal, rules);
    }

    public Rule rule(Area area) {
        return Objects.requireNonNull(rules.get(area), "No rule for an area");
    }

    private static Principal noPrincipal(@Nullable String authorization) {
        throw new NotAuthenticatedException("There is no authentication");
    }
}
