package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.Json;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> describes it.
 *
 * @param type the last part of the type URI, {@code urn:annals:problem:{type}}; stable, for programs
 * @param title what the type means, the same for all of its problems
 * @param detail what is wrong with this request and what to do
 * @param members further members, by name
 */
record Problem(int status, String type, String title, String detail, Map<String, String> members) {

    static final String CONTENT_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:annals:problem:";

    Problem(int status, String type, String title, String detail) {
        this(status, type, title, detail, Map.of());
    }

    /** The same problem with one more member. */
    Problem with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(status, type, title, detail, more);
    }

    /** Answers the request with this problem. */
    void send(HttpServerExchange exchange) {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, CONTENT_TYPE);
        exchange.getResponseSender().send(ByteBuffer.wrap(Json.write(this::write)));
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", TYPE_PREFIX + type);
        out.writeStringField("title", title);
        out.writeNumberField("status", status);
        out.writeStringField("detail", encodable(detail));
        for (Map.Entry<String, String> member : members.entrySet()) {
            out.writeStringField(member.getKey(), encodable(member.getValue()));
        }
        out.writeEndObject();
    }

    /** A request may hold, and a problem may quote, half of a surrogate pair: that becomes a question mark. */
    private static String encodable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
