package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The headers of replies, each a component of the document. */
enum Header {
    ETAG("ETag", "string", "The entity's version, in quotes"),
    DOCUMENT_ETAG("ETag", "string", "Changes with the document"),
    MESSAGE_ID("Annals-Message-Id", "string", "The command's id, which stands in the log and in its events' headers"),
    POSITION("Annals-Position", "string", "Where the command's events lie: for the `Annals-Min-Position` of reads"),
    LINK("Link", "string", "Leads to the next page (`rel=\"next\"`), where there is one"),
    LOCATION("Location", "string", "Where to ask for the command's outcome"),
    PREFERENCE_APPLIED("Preference-Applied", "string", "`respond-async`"),
    RETRY_AFTER("Retry-After", "integer", "Seconds after which another request may fare better"),
    LAG("Annals-Lag", "integer", "How many records an old answer is behind, where that is known"),
    WWW_AUTHENTICATE("WWW-Authenticate", "string", "What is wrong with the token, as RFC 6750 has it");

    private final String text;
    private final String type;
    private final String description;

    Header(String text, String type, String description) {
        this.text = text;
        this.type = type;
        this.description = description;
    }

    /** What it is called in replies. */
    String text() {
        return text;
    }

    /** What it is called in the document. */
    private String component() {
        return this == DOCUMENT_ETAG ? "Document-ETag" : text;
    }

    /** All of them, for the document's components. */
    static ObjectNode components() {
        ObjectNode components = object();
        for (Header header : values()) {
            ObjectNode component = components.putObject(header.component()).put("description", header.description);
            component.set("schema", object().put("type", header.type));
        }
        return components;
    }

    ObjectNode reference() {
        return object().put("$ref", "#/components/headers/" + component());
    }
}
