package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.auth.Area;
import dev.annals.subscription.RunningSubscription;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.util.List;

/** The routes on which a service says how far its subscriptions are in this process, and on which they are paused and resumed. */
public final class SubscriptionsEndpoint {

    private static final String PATH = "/subscriptions";

    private SubscriptionsEndpoint() {}

    public static Routes addTo(Routes routes, List<RunningSubscription> subscribers, Door door) {
        if (subscribers.isEmpty()) {
            return routes;
        }
        routes.get(PATH, door.guard(Area.MANAGEMENT, list(subscribers)));
        for (RunningSubscription subscriber : subscribers) {
            String path = PATH + "/" + subscriber.name().name();
            routes.post(path + "/pause", door.guard(Area.MANAGEMENT, change(subscriber, subscriber::pause)));
            routes.post(path + "/resume", door.guard(Area.MANAGEMENT, change(subscriber, subscriber::resume)));
        }
        return routes;
    }

    private static HttpHandler list(List<RunningSubscription> subscribers) {
        return exchange -> Replies.sendJson(exchange, 200, out -> {
            out.writeStartArray();
            for (RunningSubscription subscriber : subscribers) {
                write(out, subscriber);
            }
            out.writeEndArray();
        });
    }

    private static HttpHandler change(RunningSubscription subscriber, Runnable change) {
        return exchange -> {
            change.run();
            Replies.sendJson(exchange, 200, out -> write(out, subscriber));
        };
    }

    private static void write(JsonGenerator out, RunningSubscription subscriber) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", subscriber.name().name());
        out.writeBooleanField("paused", subscriber.isPaused());
        out.writeBooleanField("caughtUp", subscriber.isCaughtUp());
        out.writeNumberField("lag", subscriber.lag());
        out.writeNumberField("inFlight", subscriber.inFlight());
        out.writeEndObject();
    }
}
