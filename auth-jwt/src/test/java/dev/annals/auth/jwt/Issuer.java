package dev.annals.auth.jwt;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Signs tokens, and serves its public keys over HTTP. */
final class Issuer implements AutoCloseable {

    static final String NAME = "https://issuer.example";
    static final String AUDIENCE = "bank";

    private final HttpServer server;
    private RSAKey key;

    Issuer() throws Exception {
        key = newKey("key-1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (var out = exchange.getResponseBody()) {
                out.write(keys);
            }
        });
        server.start();
    }

    String keysUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    /** From now on it signs with another key, and serves that one alone. */
    void rotate() throws Exception {
        key = newKey("key-2");
    }

    /** What a good token says. */
    static JWTClaimsSet.Builder claims(String subject, String scope) {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("scope", scope)
                .expirationTime(Date.from(Instant.now().plusSeconds(3_600)));
    }

    String sign(JWTClaimsSet claims) throws Exception {
        return sign(claims, JWSAlgorithm.RS256, new RSASSASigner(key), key.getKeyID());
    }

    /** Signed by somebody who knows the public key alone, as if it were a shared secret. */
    String signWithPublicKey(JWTClaimsSet claims) throws Exception {
        byte[] secret = key.toRSAPublicKey().getEncoded();
        return sign(claims, JWSAlgorithm.HS256, new MACSigner(secret), key.getKeyID());
    }

    /** Signed by somebody else, who says that it was this one. */
    String signByAnother(JWTClaimsSet claims) throws Exception {
        return sign(claims, JWSAlgorithm.RS256, new RSASSASigner(newKey("other")), key.getKeyID());
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** As RFC 9068 has it, and many issuers. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer, String keyId)
            throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(keyId).type(ACCESS_TOKEN).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey newKey(String id) throws Exception {
        return new RSAKeyGenerator(2_048).keyID(id).generate();
    }

    /** Its keys can no longer be fetched. */
    void stopServing() {
        server.stop(0);
    }

    @Override
    public void close() {
        stopServing();
    }
}
