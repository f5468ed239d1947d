package dev.annals.client;

import dev.annals.json.InvalidJsonException;
import dev.annals.json.Json;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * A service has refused a call, with a problem as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> describes it; {@code
 * docs/reference/problems.md} lists all types.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String PREFIX = "urn:annals:problem:";

    private final int status;
    private final String type;
    private final String detail;
    private final String code;
    private final String messageId;

    private ProblemException(int status, String type, String detail, String code, String messageId) {
        super("%d %s%s: %s".formatted(status, type, code.isEmpty() ? "" : " (" + code + ")", detail));
        this.status = status;
        this.type = type;
        this.detail = detail;
        this.code = code;
        this.messageId = messageId;
    }

    /** The problem that a response holds; of a response without one, what its status says. */
    static ProblemException of(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        try {
            JsonObject problem = Json.parseLeniently(response.body()).asObject();
            String type = problem.optional("type", JsonValue::asString).orElse("about:blank");
            return new ProblemException(
                    status,
                    type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type,
                    problem.optional("detail", JsonValue::asString).orElse(""),
                    problem.optional("code", JsonValue::asString).orElse(""),
                    problem.optional("messageId", JsonValue::asString).orElse(""));
        } catch (InvalidJsonException e) {
            return new ProblemException(status, "about:blank", "There is no more to it", "", "");
        }
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong, for programs: {@code not-found}, {@code condition-failed}, {@code rejected}. */
    public String type() {
        return type;
    }

    /** What is wrong, for people. */
    public String detail() {
        return detail;
    }

    /** Of a command that was rejected, the domain's word for why. */
    public Optional<String> code() {
        return Optional.of(code).filter(word -> !word.isEmpty());
    }

    /** The command's id, where there is one. */
    public Optional<String> messageId() {
        return Optional.of(messageId).filter(id -> !id.isEmpty());
    }
}
