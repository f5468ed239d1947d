package dev.annals.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom we trust and what we show, from key stores. */
public final class TlsContexts {

    private TlsContexts() {}

    /**
     * A context with these stores, and the JDK's own where there is none.
     *
     * @param settings what the names of the settings start with, for messages: {@code schemas}
     * @throws UnreadableKeyStoreException when one cannot be read
     */
    public static SSLContext of(Optional<KeyFile> keyStore, Optional<KeyFile> trustStore, String settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keyStore.map(file -> keyManagers(file, settings)).orElse(null),
                    trustStore.map(file -> trustManagers(file, settings)).orElse(null),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new UnreadableKeyStoreException("TLS is not to be had: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keyManagers(KeyFile file, String settings) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(load(file), file.password().toCharArray());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(settings + ".keystore", e, file);
        }
    }

    private static TrustManager @Nullable [] trustManagers(KeyFile file, String settings) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(load(file));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(settings + ".truststore", e, file);
        }
    }

    private static KeyStore load(KeyFile file) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.path().toFile(), file.password().toCharArray());
    }

    private static UnreadableKeyStoreException unreadable(String name, Exception e, KeyFile file) {
        return new UnreadableKeyStoreException(
                "The key store %s cannot be read: %s. Look at %s.path and %s.password"
                        .formatted(file.path(), e.getMessage(), name, name),
                e);
    }
}
