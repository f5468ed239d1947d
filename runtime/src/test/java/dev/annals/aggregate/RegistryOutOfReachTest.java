package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.schema.Framing;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.UnknownSchemaException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command of a schema that is not known here, when the registry says so, and when it says nothing. */
class RegistryOutOfReachTest {

    private static final byte[] KEY = "a".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FOREIGN = Framing.SINGLE_OBJECT.header(77);

    @TempDir
    Path stateDirectory;

    /** Knows no schema, and fails in this way when it is asked for one. */
    private record Failing(RuntimeException failure) implements SchemaRegistry {

        @Override
        public Framing framing() {
            return Framing.SINGLE_OBJECT;
        }

        @Override
        public List<Long> register(List<MessageSchema> schemas) {
            return schemas.stream().map(MessageSchema::fingerprint).toList();
        }

        @Override
        public String schema(long id) {
            throw failure;
        }

        @Override
        public void close() {}
    }

    @Test
    void commandOfASchemaThatNobodyKnowsIsADeadLetter() {
        SchemaRegistry registry = new Failing(new UnknownSchemaException("There is no schema 77"));
        try (CountersTopology counters = new CountersTopology(stateDirectory, registry)) {
            counters.send(KEY, FOREIGN);

            assertThat(counters.deadLetters()).hasSize(1);
        }
    }

    @Test
    void commandIsNotSetAsideWhileTheRegistryIsOutOfReach() {
        SchemaRegistryException failure = new SchemaRegistryException("The registry does not answer");
        try (CountersTopology counters = new CountersTopology(stateDirectory, new Failing(failure))) {
            assertThatExceptionOfType(StreamsException.class)
                    .isThrownBy(() -> counters.send(KEY, FOREIGN))
                    .withRootCauseInstanceOf(SchemaRegistryException.class);

            assertThat(counters.deadLetters()).isEmpty();
        }
    }
}
