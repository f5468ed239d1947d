package dev.annals.extension;

/**
 * Where an extension stands, and what follows from it: its topics and its Kafka Streams application.
 *
 * @param service the service that it belongs to
 * @param name its name within the service
 */
public record ExtensionName(String service, String name) {

    /** What the names of the topics start with that it alone writes: {@code catalog.authorDays.}. */
    public String topicPrefix() {
        return this + ".";
    }

    public String deadLettersTopic() {
        return topicPrefix() + "dead-letters";
    }

    /** The topic of a schedule: there is nothing in it. */
    public String ticksTopic() {
        return topicPrefix() + "ticks";
    }

    /** The Kafka Streams application id. */
    public String applicationId() {
        return service + "-" + name;
    }

    /** What its routes start with: {@code /authorDays}. */
    public String path() {
        return "/" + name;
    }

    /** The CloudEvents source of what it writes: {@code /catalog/authorDays}. */
    public String source() {
        return "/" + service + path();
    }

    @Override
    public String toString() {
        return service + "." + name;
    }
}
