package dev.annals.tls;

import java.nio.file.Path;

/**
 * A key store in a file, PKCS12 or JKS.
 *
 * @param password of the store and of the keys in it, perhaps empty
 */
public record KeyFile(Path path, String password) {

    @Override
    public String toString() {
        return "KeyFile[" + path + "]";
    }
}
