package modules;

import dev.annals.app.Module;
import dev.annals.app.ModuleContext;
import dev.annals.auth.Area;
import dev.annals.http.ModuleRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A module with a route, a metric and something to be unready for, which writes down what happens to it. */
final class Greeter implements Module {

    private final String name;
    private final int priority;
    private final List<String> log;
    private @Nullable ModuleContext context;
    volatile Optional<String> unready = Optional.empty();

    @Nullable
    RuntimeException failure;

    Greeter(String name, int priority, List<String> log) {
        this.name = name;
        this.priority = priority;
        this.log = log;
    }

    static Greeter alone() {
        return new Greeter("greeter", LAST, new ArrayList<>());
    }

    ModuleContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int priority() {
        return priority;
    }

    @Override
    public void start(ModuleContext given) {
        context = given;
        log.add("start " + name);
        if (failure != null) {
            throw failure;
        }
        given.metrics().counter("greetings").increment(3);
    }

    @Override
    public void stop() {
        log.add("stop " + name);
    }

    @Override
    public void addRoutes(ModuleRoutes routes) {
        routes.get("/" + name + "/{who}", Area.READS, exchange -> {
            String who = Objects.requireNonNull(exchange.getQueryParameters().get("who"))
                    .getFirst();
            if (who.equals("nobody")) {
                throw new IllegalStateException("There is nobody");
            }
            exchange.getResponseSender().send("Hello " + who);
        });
    }

    @Override
    public Optional<String> unready() {
        return unready;
    }
}
