package dev.annals.http;

import dev.annals.auth.Area;
import dev.annals.schema.SchemaRegistry;

/** The one route that every service has beside those of its aggregates: its schemas by their ids. */
public final class SchemaEndpoint {

    private SchemaEndpoint() {}

    /** Places {@code GET /schemas/ids/{id}}, which no route of an aggregate can be. */
    public static Routes addTo(Routes routes, SchemaRegistry schemas, Door door) {
        return routes.get("/schemas/ids/{id}", door.guard(Area.READS, new SchemaHandler(schemas)));
    }
}
