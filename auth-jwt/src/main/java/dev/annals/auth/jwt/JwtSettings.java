package dev.annals.auth.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What tokens must be like.
 *
 * @param issuer that has signed them
 * @param audience that they are for
 * @param keys where the issuer's public keys are
 * @param algorithms that they may be signed with; none by which who can check a token can make one
 * @param clockSkewSeconds by which clocks may differ
 */
record JwtSettings(String issuer, String audience, Keys keys, Set<JWSAlgorithm> algorithms, int clockSkewSeconds) {

    private static final String PREFIX = "auth.jwt.";
    private static final String ISSUER = PREFIX + "issuer";
    private static final String AUDIENCE = PREFIX + "audience";
    private static final String URL = PREFIX + "jwks.url";
    private static final String PATH = PREFIX + "jwks.path";
    private static final String ALGORITHMS = PREFIX + "algorithms";
    private static final String CLOCK_SKEW = PREFIX + "clock.skew.seconds";
    private static final Set<String> NAMES = Set.of(ISSUER, AUDIENCE, URL, PATH, ALGORITHMS, CLOCK_SKEW);

    /** Where public keys are. */
    sealed interface Keys {

        /** Fetched, and fetched again. */
        record At(URL url) implements Keys {}

        /** In a file, read at the start. */
        record In(Path path) implements Keys {}
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when one is missing or wrong
     */
    static JwtSettings of(Map<String, String> settings) {
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeIf(name -> !name.startsWith(PREFIX) || NAMES.contains(name));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no setting %s; those of JWT are %s".formatted(unknown, new TreeSet<>(NAMES)));
        }
        return new JwtSettings(
                required(settings, ISSUER, "who signs the tokens, as their iss has it"),
                required(settings, AUDIENCE, "whom the tokens are for, as their aud has it"),
                keys(settings),
                algorithms(settings.getOrDefault(ALGORITHMS, "RS256,PS256,ES256,EdDSA")),
                seconds(settings.getOrDefault(CLOCK_SKEW, "30")));
    }

    private static String required(Map<String, String> settings, String name, String what) {
        return Optional.ofNullable(settings.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () -> new IllegalArgumentException("auth.provider=jwt needs %s: %s".formatted(name, what)));
    }

    private static Keys keys(Map<String, String> settings) {
        String url = settings.get(URL);
        String path = settings.get(PATH);
        if ((url == null) == (path == null)) {
            throw new IllegalArgumentException(
                    "auth.provider=jwt needs one of %s and %s: where the issuer's public keys are"
                            .formatted(URL, PATH));
        }
        if (path != null) {
            return new Keys.In(Path.of(path));
        }
        try {
            return new Keys.At(URI.create(String.valueOf(url)).toURL());
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("%s must be a URL, and is \"%s\"".formatted(URL, url), e);
        }
    }

    /** Those by which nobody but the issuer can sign: with a shared secret, or without any, the others could. */
    private static Set<JWSAlgorithm> algorithms(String list) {
        Set<JWSAlgorithm> algorithms = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .map(JWSAlgorithm::parse)
                .collect(Collectors.toUnmodifiableSet());
        for (JWSAlgorithm algorithm : algorithms) {
            if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
                throw new IllegalArgumentException(
                        "%s must be of %s, and has %s".formatted(ALGORITHMS, JWSAlgorithm.Family.SIGNATURE, algorithm));
            }
        }
        return algorithms;
    }

    private static int seconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 0 && seconds <= 600) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(CLOCK_SKEW + " must be a whole number, and is " + text, e);
        }
        throw new IllegalArgumentException(CLOCK_SKEW + " must be from 0 to 600, and is " + text);
    }
}
