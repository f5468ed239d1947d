package dev.annals.client;

import dev.annals.aggregate.Entity;
import dev.annals.aggregate.KeyCodec;
import dev.annals.json.InvalidJsonException;
import dev.annals.json.Json;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an aggregate's entities, or the records of a projection. Safe for use by several threads.
 *
 * @param <K> the type of the keys
 * @param <S> the snapshot
 */
public final class ViewClient<K, S> {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

    private final ServiceClient service;
    private final String path;
    private final KeyCodec<K> keys;
    private final JsonValue.Reader<S> snapshots;

    /**
     * A client.
     *
     * @param path what the routes start with: {@code /accounts}
     * @param snapshots reads the fields of an entity
     */
    public ViewClient(ServiceClient service, String path, KeyCodec<K> keys, JsonValue.Reader<S> snapshots) {
        this.service = service;
        this.path = path;
        this.keys = keys;
        this.snapshots = snapshots;
    }

    /**
     * The entity of a key, where there is one.
     *
     * @param positions of commands whose effects are to be seen ({@link Reply#position}); of projections alone
     * @throws ProblemException when the service refuses
     * @throws NoAnswerException when it does not answer
     */
    public Optional<Entity<K, S>> find(K key, String... positions) {
        HttpResponse<byte[]> response = service.read(get(path + "/one/" + encoded(keys.toText(key)), positions));
        if (response.statusCode() == 200) {
            return Optional.of(read(() -> entity(Json.parseLeniently(response.body()))));
        }
        ProblemException problem = ProblemException.of(response);
        if (problem.type().equals("not-found")) {
            return Optional.empty();
        }
        throw problem;
    }

    /**
     * All entities, in the order of their keys' bytes; fetched page by page while they are read.
     *
     * @throws ProblemException when the service refuses
     * @throws NoAnswerException when it does not answer
     */
    public Stream<Entity<K, S>> all() {
        return Stream.iterate(
                        Optional.of(page(path + "/all?limit=1000")),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(this::page))
                .flatMap(Optional::stream)
                .flatMap(page -> page.entities().stream());
    }

    private record Page<K, S>(List<Entity<K, S>> entities, Optional<String> next) {}

    private Page<K, S> page(String target) {
        HttpResponse<byte[]> response = service.read(get(target));
        if (response.statusCode() != 200) {
            throw ProblemException.of(response);
        }
        Matcher next = NEXT.matcher(String.join(", ", response.headers().allValues("Link")));
        return new Page<>(
                read(() -> Json.parseLeniently(response.body()).asList(this::entity)),
                next.find() ? Optional.of(next.group(1)) : Optional.empty());
    }

    private HttpRequest.Builder get(String target, String... positions) {
        HttpRequest.Builder request = service.request(target).GET();
        String known =
                Arrays.stream(positions).filter(position -> !position.isEmpty()).collect(Collectors.joining(","));
        return known.isEmpty() ? request : request.setHeader("Annals-Min-Position", known);
    }

    private Entity<K, S> entity(JsonValue in) {
        JsonObject fields = in.asObject("_key", "_version");
        return new Entity<>(
                fields.required(
                        "_key", key -> keys.fromText(keys.isNumber() ? Long.toString(key.asLong()) : key.asString())),
                fields.required("_version", JsonValue::asLong),
                snapshots.read(in));
    }

    /** What is read of a reply. */
    static <T> T read(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidJsonException | IllegalArgumentException e) {
            throw new UnreadableReplyException("The reply cannot be read: " + e.getMessage(), e);
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
