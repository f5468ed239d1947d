package dev.annals.http;

import dev.annals.schema.SchemaRegistry;

/** The one route that every service has beside those of its aggregates: its schemas by their ids. */
public final class SchemaEndpoint {

    private SchemaEndpoint() {}

    /** Places {@code GET /schemas/ids/{id}}, which no route of an aggregate can be. */
    public static Routes addTo(Routes routes, SchemaRegistry schemas) {
        return routes.get("/schemas/ids/{id}", new SchemaHandler(schemas));
    }
}
