package dev.annals.app;

import dev.annals.auth.Access;
import dev.annals.auth.Area;
import dev.annals.auth.AuthenticatorProvider;
import dev.annals.auth.Rule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what lets requests in, as the settings have it. */
final class AccessStart {

    private static final String PROVIDER = "auth.provider";
    private static final String NONE = "none";
    private static final String JWT = "auth.jwt.";

    /** What Kubernetes puts into the environment of every process beside a service that is called auth. */
    private static final Pattern OF_KUBERNETES = Pattern.compile("auth\\.(service\\.(host|port)|port)(\\..*)?");

    private static final List<String> AREAS =
            Arrays.stream(Area.values()).map(AccessStart::setting).toList();

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
        requireKnownRules(settings, name);
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
        Set<String> unheeded = settings.keySet().stream()
                .filter(setting -> AREAS.contains(setting) || isOfAProvider(setting))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!unheeded.isEmpty()) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "%s would go unheeded: set %s (AUTH_PROVIDER), for example to jwt"
                            .formatted(String.join(", ", unheeded), PROVIDER));
        }
    }

    /** A rule whose name is misspelt would be missed where it matters. */
    private static void requireKnownRules(Map<String, String> settings, String provider) {
        for (String setting : settings.keySet()) {
            if (!setting.equals(PROVIDER)
                    && !AREAS.contains(setting)
                    && !OF_KUBERNETES.matcher(setting).matches()
                    && !setting.startsWith("auth." + provider + ".")) {
                throw new StartException(
                        ExitCode.WRONG_SETTING,
                        "There is no setting %s (%s); there are %s, %s, and those that start with auth.%s."
                                .formatted(
                                        setting,
                                        SettingNames.environmentName(setting),
                                        PROVIDER,
                                        String.join(", ", AREAS),
                                        provider));
            }
        }
    }

    /** Of what is in the environment, other programs' settings may begin like ours. */
    private static boolean isOfAProvider(String setting) {
        return setting.startsWith(JWT)
                || providers().stream().anyMatch(provider -> setting.startsWith("auth." + provider.name() + "."));
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

    private static List<AuthenticatorProvider> providers() {
        return ServiceLoader.load(AuthenticatorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static AuthenticatorProvider provider(String name) {
        List<AuthenticatorProvider> found = providers();
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
