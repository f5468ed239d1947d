package dev.annals.client;

import dev.annals.json.Json;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends commands to an aggregate. Safe for use by several threads.
 *
 * @param <C> the commands
 * @param <E> the events
 */
public final class CommandClient<C, E> {

    private static final Pattern VERSION = Pattern.compile("\"(\\d+)\"");

    private final ServiceClient service;
    private final String path;
    private final Json.ValueWriter<C> commands;
    private final JsonValue.Reader<E> events;

    /**
     * A client.
     *
     * @param path what the routes start with: {@code /accounts}
     */
    public CommandClient(ServiceClient service, String path, Json.ValueWriter<C> commands, JsonValue.Reader<E> events) {
        this.service = service;
        this.path = path;
        this.commands = commands;
        this.events = events;
    }

    /**
     * Sends a command that is answered with one event.
     *
     * @param type of the event
     * @throws ProblemException when it is refused without an event: rejected, no such entity, a condition that does not hold
     * @throws NoAnswerException when it is not known what has become of it; it can be sent again under the same id
     */
    public <T> Reply<T> sendForEvent(C command, Class<T> type, CommandOptions options) {
        HttpResponse<byte[]> response = send(command, options);
        JsonValue body = ViewClient.read(() -> Json.parseLeniently(response.body()));
        return reply(response, ViewClient.read(() -> event(body, type)), isRefusal(body));
    }

    /**
     * Sends a command that is answered with several events, or none.
     *
     * @param type of the events
     * @throws ProblemException when it is refused without an event: rejected, no such entity, a condition that does not hold
     * @throws NoAnswerException when it is not known what has become of it; it can be sent again under the same id
     */
    public <T> Reply<List<T>> sendForEvents(C command, Class<T> type, CommandOptions options) {
        HttpResponse<byte[]> response = send(command, options);
        JsonValue body = ViewClient.read(() -> Json.parseLeniently(response.body()));
        List<T> recorded = ViewClient.read(() -> body.asList(event -> event(event, type)));
        return reply(
                response,
                recorded,
                ViewClient.read(() -> body.asList(CommandClient::isRefusal)).contains(true));
    }

    private HttpResponse<byte[]> send(C command, CommandOptions options) {
        HttpRequest.Builder request = service.request(path + "/commands")
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(out -> commands.write(out, command))));
        options.addTo(request);
        HttpResponse<byte[]> response = service.command(request, options.commandId());
        if (response.statusCode() == 200 || isEvents(response)) {
            return response;
        }
        throw ProblemException.of(response);
    }

    /** A refusal may be an event. */
    private static boolean isEvents(HttpResponse<byte[]> response) {
        return response.statusCode() == 422
                && response.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("application/json"))
                        .isPresent();
    }

    private <T> T event(JsonValue in, Class<T> type) {
        E event = events.read(in);
        if (!type.isInstance(event)) {
            throw new IllegalArgumentException(
                    "There is a %s in place of a %s: the service has other rules than this code"
                            .formatted(event.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(event);
    }

    private static boolean isRefusal(JsonValue event) {
        JsonObject fields = event.asObject("_isError");
        return fields.optional("_isError", JsonValue::asBoolean).orElse(false);
    }

    private static <T> Reply<T> reply(HttpResponse<byte[]> response, T recorded, boolean refused) {
        HttpHeaders headers = response.headers();
        Matcher version = VERSION.matcher(headers.firstValue("ETag").orElse(""));
        return new Reply<>(
                recorded,
                refused,
                version.find() ? OptionalLong.of(Long.parseLong(version.group(1))) : OptionalLong.empty(),
                headers.firstValue("Annals-Message-Id").orElse(""),
                headers.firstValue("Annals-Position").orElse(""));
    }
}
