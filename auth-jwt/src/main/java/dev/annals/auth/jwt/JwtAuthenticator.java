package dev.annals.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTProcessor;
import dev.annals.auth.AuthenticationUnavailableException;
import dev.annals.auth.Authenticator;
import dev.annals.auth.NotAuthenticatedException;
import dev.annals.auth.Principal;
import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Believes tokens as <a href="https://www.rfc-editor.org/rfc/rfc7519">RFC 7519</a> has them, shown as <a
 * href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a> says, by Nimbus JOSE + JWT. Scopes are those of {@code scope} (RFC
 * 8693, one text) and {@code scp} (a list or a text).
 */
final class JwtAuthenticator implements Authenticator {

    private static final String BEARER = "bearer ";

    private final JWTProcessor<SecurityContext> processor;

    JwtAuthenticator(JWTProcessor<SecurityContext> processor) {
        this.processor = processor;
    }

    @Override
    public Principal authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new NotAuthenticatedException("Send a token: Authorization: Bearer …");
        }
        try {
            return principal(
                    processor.process(authorization.substring(BEARER.length()).strip(), null));
        } catch (KeySourceException e) {
            throw new AuthenticationUnavailableException("the keys of the tokens' issuer cannot be fetched", e);
        } catch (BadJOSEException e) {
            throw new NotAuthenticatedException("The token is not valid: " + e.getMessage());
        } catch (ParseException | JOSEException e) {
            throw new NotAuthenticatedException("The token cannot be read");
        }
    }

    private static Principal principal(JWTClaimsSet claims) throws ParseException {
        Set<String> scopes = new HashSet<>();
        addWords(scopes, claims.getClaim("scope"));
        addWords(scopes, claims.getClaim("scp"));
        return new Principal(claims.getSubject(), scopes);
    }

    private static void addWords(Set<String> words, @Nullable Object claim) {
        if (claim instanceof String text) {
            words.addAll(List.of(text.strip().split("\\s+")));
        } else if (claim instanceof List<?> list) {
            list.forEach(each -> words.add(String.valueOf(each)));
        }
    }
}
