package dev.annals.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.VerificationFlag;
import org.apache.kafka.metadata.storage.Formatter;

/** The log directory of a broker, formatted when it is new. */
record Storage(MetaPropertiesEnsemble properties, BootstrapMetadata bootstrap) {

    private static final EnumSet<VerificationFlag> CHECKS =
            EnumSet.of(VerificationFlag.REQUIRE_AT_LEAST_ONE_VALID, VerificationFlag.REQUIRE_METADATA_LOG_DIR);

    static Storage open(Path directory, int nodeId) throws Exception {
        // Written last by the formatter: a format that was cut short is done again.
        if (Files.notExists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            format(directory, nodeId);
        }
        return new Storage(load(directory, nodeId), new BootstrapDirectory(directory.toString()).read());
    }

    private static void format(Path directory, int nodeId) throws Exception {
        new Formatter()
                .setNodeId(nodeId)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(Listeners.CONTROLLER)
                .setDirectories(List.of(directory.toString()))
                .setMetadataLogDirectory(directory.toString())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static MetaPropertiesEnsemble load(Path directory, int nodeId) throws IOException {
        MetaPropertiesEnsemble properties = new MetaPropertiesEnsemble.Loader()
                .addLogDirs(List.of(directory.toString()))
                .addMetadataLogDir(directory.toString())
                .load();
        properties.verify(Optional.empty(), OptionalInt.of(nodeId), CHECKS);
        return properties;
    }
}
