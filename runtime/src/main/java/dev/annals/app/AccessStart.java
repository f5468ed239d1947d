package dev.annals.app;

import dev.annals.auth.Access;
import dev.annals.auth.Area;
import dev.annals.auth.AuthenticatorProvider;
import dev.annals.auth.Rule;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes what lets requests in, as the settings have it. */
final class AccessStart {

    private static final String PROVIDER = "auth.provider";
    private static final String NONE = "none";

    private AccessStart() {}

    /**
     * Who may do what.
     *
     * @throws StartException when a setting is wrong
     */
    static Access start(Map<String, String> settings) {
        String name = settings.getOrDefault(PROVIDER, NONE);
        if (name.equals(NONE)) {
            requireNoRules(settings);
            return Access.open();
        }
        Map<Area, Rule> rules = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            rules.put(area, rule(setting(area), settings.get(setting(area))));
        }
        try {
            return new Access(provider(name).create(settings), rules);
        } catch (IllegalArgumentException e) {
            throw new StartException(ExitCode.WRONG_SETTING, String.valueOf(e.getMessage()), e);
        }
    }

    /** Rules that nobody keeps would be taken for safety. */
    private static void requireNoRules(Map<String, String> settings) {
        TreeSet<String> unheeded = new TreeSet<>(settings.keySet());
        unheeded.remove(PROVIDER);
        if (!unheeded.isEmpty()) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "%s would go unheeded: set %s (AUTH_PROVIDER), for example to jwt"
                            .formatted(String.join(", ", unheeded), PROVIDER));
        }
    }

    private static Rule rule(String setting, @Nullable String text) {
        try {
            return Rule.parse(text == null ? "required" : text);
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "%s must be open, required or scope:name, and is \"%s\"".formatted(setting, text),
                    e);
        }
    }

    private static String setting(Area area) {
        return "auth." + area.name().toLowerCase(Locale.ROOT);
    }

    private static AuthenticatorProvider provider(String name) {
        List<AuthenticatorProvider> found = ServiceLoader.load(AuthenticatorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return found.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartException(
                        ExitCode.WRONG_SETTING,
                        "There is no %s \"%s\" on the class path, where there are %s; for jwt, add annals-auth-jwt"
                                .formatted(
                                        PROVIDER,
                                        name,
                                        found.stream()
                                                .map(AuthenticatorProvider::name)
                                                .toList())));
    }
}
