package dev.annals.schema.confluent;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who the registry is to take us for. Neither a log nor a message shows what is secret of it. */
public sealed interface Credentials {

    /** The value of the {@code Authorization} header. */
    Optional<String> authorization();

    /** Anybody. */
    record None() implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /** A user with a password. */
    record Basic(String user, String password) implements Credentials {
        @Override
        public Optional<String> authorization() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Basic[user=" + user + "]";
        }
    }

    /** Whoever has this token. */
    record Bearer(String token) implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
