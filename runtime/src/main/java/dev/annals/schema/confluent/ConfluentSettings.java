package dev.annals.schema.confluent;

import dev.annals.tls.KeyFile;
import java.net.URI;
import java.util.Optional;

/**
 * Where a Confluent-compatible registry is, and how it is reached.
 *
 * @param url of its REST API, to which {@code /subjects/…} is appended
 * @param trustStore holds the certificates that are trusted, in place of the JDK's
 * @param keyStore holds the certificate that we show
 */
public record ConfluentSettings(
        URI url, Credentials credentials, Optional<KeyFile> trustStore, Optional<KeyFile> keyStore) {}
