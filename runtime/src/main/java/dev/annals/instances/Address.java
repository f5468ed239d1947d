package dev.annals.instances;

/**
 * Where an instance takes requests of others.
 *
 * @param host a name or an address; an IPv6 one without brackets
 */
public record Address(String host, int port) {

    /**
     * Reads {@code host:port}; an IPv6 address is in brackets.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        } else if (host.contains(":")) {
            host = "";
        }
        int port = port(text.substring(colon + 1));
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Not host:port: " + text);
        }
        return new Address(host, port);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
