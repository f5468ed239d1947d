package dev.annals.auth.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.annals.auth.Authenticator;
import dev.annals.auth.AuthenticatorProvider;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;

/** Makes {@link JwtAuthenticator}s: {@code auth.provider=jwt}. */
public final class JwtAuthenticatorProvider implements AuthenticatorProvider {

    private static final int FETCH_TIMEOUT_MS = 2_000;
    private static final int LARGEST_KEY_SET_BYTES = 1 << 20;

    /** The keys of an issuer that does not answer are good for so long. */
    private static final long OUTAGE_MS = 4 * 60 * 60 * 1_000L;

    /** <a href="https://www.rfc-editor.org/rfc/rfc9068#section-2.1">RFC 9068</a>. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private static final JOSEObjectType ACCESS_TOKEN_IN_FULL = new JOSEObjectType("application/at+jwt");

    @Override
    public String name() {
        return "jwt";
    }

    @Override
    public Authenticator create(Map<String, String> settings) {
        JwtSettings jwt = JwtSettings.of(settings);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, ACCESS_TOKEN_IN_FULL, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(jwt.algorithms(), keys(jwt.keys())));
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                jwt.audience(), new JWTClaimsSet.Builder().issuer(jwt.issuer()).build(), Set.of("sub", "exp"));
        verifier.setMaxClockSkew(jwt.clockSkewSeconds());
        processor.setJWTClaimsSetVerifier(verifier);
        return new JwtAuthenticator(processor);
    }

    /** Fetched keys are kept some minutes, and fetched again at once where a token names one that is not among them. */
    private static JWKSource<SecurityContext> keys(JwtSettings.Keys keys) {
        if (keys instanceof JwtSettings.Keys.In in) {
            try {
                return new ImmutableJWKSet<>(JWKSet.load(in.path().toFile()));
            } catch (IOException | ParseException e) {
                throw new IllegalArgumentException(
                        "auth.jwt.jwks.path cannot be read: %s (%s)".formatted(in.path(), e.getMessage()), e);
            }
        }
        JwtSettings.Keys.At at = (JwtSettings.Keys.At) keys;
        return JWKSourceBuilder.create(
                        at.url(),
                        new DefaultResourceRetriever(FETCH_TIMEOUT_MS, FETCH_TIMEOUT_MS, LARGEST_KEY_SET_BYTES))
                .retrying(true)
                .outageTolerant(OUTAGE_MS)
                .build();
    }
}
