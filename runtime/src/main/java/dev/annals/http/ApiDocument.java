package dev.annals.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.ETag;
import io.undertow.util.ETagUtils;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A document that was generated beside a service's classes. Safe for use by several threads. */
final class ApiDocument {

    private static final int TAG_LENGTH = 16;

    private final byte[] bytes;
    private final ETag tag;

    private ApiDocument(byte[] bytes) {
        this.bytes = bytes;
        this.tag = new ETag(false, digest(bytes));
    }

    /** The document of a path on the class path of a type; empty where none was generated. */
    static Optional<ApiDocument> find(Class<?> type, String path) {
        try (InputStream in = type.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new ApiDocument(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    void send(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(Headers.ETAG, tag.toString()).put(Headers.CACHE_CONTROL, "no-cache");
        if (!ETagUtils.handleIfNoneMatch(exchange, tag, true)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
