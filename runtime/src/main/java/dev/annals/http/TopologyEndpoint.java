package dev.annals.http;

import dev.annals.auth.Area;
import dev.annals.topology.MermaidFlowchart;
import dev.annals.topology.NamedTopology;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The route on which a service shows its topologies: as text, or as a Mermaid flowchart where that is asked for. */
public final class TopologyEndpoint {

    private static final String MERMAID = "text/vnd.mermaid";

    private TopologyEndpoint() {}

    /** Places {@code GET /topology}. */
    public static Routes addTo(Routes routes, List<NamedTopology> topologies, Door door) {
        String text = NamedTopology.text(topologies);
        String mermaid = MermaidFlowchart.of(topologies);
        return routes.get(
                "/topology",
                door.guard(
                        Area.MANAGEMENT,
                        exchange -> Failures.run(exchange, asked -> {
                            if (isMermaid(asked)) {
                                send(asked, MERMAID, mermaid);
                            } else {
                                send(asked, "text/plain", text);
                            }
                        })));
    }

    /** What the parameter says goes before what the client takes. */
    private static boolean isMermaid(HttpServerExchange exchange) {
        String format = Parameters.find(exchange, "format").orElseGet(() -> accepted(exchange));
        if (!format.equals("mermaid") && !format.equals("text")) {
            throw Parameters.wrong("format", "text or mermaid");
        }
        return format.equals("mermaid");
    }

    private static String accepted(HttpServerExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst(Headers.ACCEPT);
        return accept != null && accept.contains(MERMAID) ? "mermaid" : "text";
    }

    private static void send(HttpServerExchange exchange, String type, String text) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, type + "; charset=utf-8")
                .put(Headers.VARY, "Accept");
        exchange.getResponseSender().send(text, StandardCharsets.UTF_8);
    }
}
