package dev.annals.http;

import dev.annals.auth.Area;

/** The routes on which a service describes its interface: what it answers over HTTP, and its topics. */
public final class ApiDocumentsEndpoint {

    private ApiDocumentsEndpoint() {}

    /**
     * Places {@code GET /openapi.json} and {@code GET /asyncapi.json}, as far as they were generated for the service.
     *
     * @param service its name
     * @param type a class that was generated for it, beside which the documents lie
     */
    public static Routes addTo(Routes routes, String service, Class<?> type, Door door) {
        for (String document : new String[] {"openapi.json", "asyncapi.json"}) {
            ApiDocument.find(type, "/META-INF/annals/" + service + "/" + document)
                    .ifPresent(found -> routes.get("/" + document, door.guard(Area.READS, found::send)));
        }
        return routes;
    }
}
