package bank;

import dev.annals.json.Json;
import dev.annals.json.JsonValue;
import dev.annals.testkit.HttpTester;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bank's requests, and what its replies hold. */
record BankHttp(HttpTester http) {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    /** An account as it is read. */
    record Balance(String key, long version, BigDecimal balance) {}

    static String deposit(String account, long amount) {
        return command("Deposit", account, amount);
    }

    static String withdraw(String account, long amount) {
        return command("Withdraw", account, amount);
    }

    HttpResponse<String> command(String json) {
        return http.post("/accounts/commands", json);
    }

    CompletableFuture<HttpResponse<String>> commandAsync(String json) {
        return http.postAsync("/accounts/commands", json);
    }

    HttpResponse<String> account(String key) {
        return http.get("/accounts/one/" + encoded(key));
    }

    Balance balance(String key) {
        return balance(Json.parse(account(key).body().getBytes(StandardCharsets.UTF_8)));
    }

    static List<Balance> page(HttpResponse<String> reply) {
        return Json.parse(reply.body().getBytes(StandardCharsets.UTF_8)).asList(BankHttp::balance);
    }

    /** The path that a page's Link header leads to. */
    static Optional<String> next(HttpResponse<String> page) {
        Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
        return link.matches() ? Optional.of(link.group(1)) : Optional.empty();
    }

    /** A path segment; not the form encoding, in which a space is a plus. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Balance balance(JsonValue json) {
        var fields = json.asObject("_key", "_version", "balance");
        return new Balance(
                fields.required("_key", JsonValue::asString),
                fields.required("_version", JsonValue::asLong),
                fields.required("balance", JsonValue::asBigDecimal));
    }

    private static String command(String type, String account, long amount) {
        String quoted = account.replace("\\", "\\\\").replace("\"", "\\\"");
        return "{\"_type\":\"%s\",\"account\":\"%s\",\"amount\":%d}".formatted(type, quoted, amount);
    }
}
