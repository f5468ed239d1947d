package dev.annals.processor.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of released schemas: all that is read from it and written to it. */
record SchemaFolder(Path path) {

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Its schema files, in the order of their names. Bytes that are no UTF-8 make a text that is no schema. */
    List<SchemaFile> read() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .map(SchemaFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    void write(SchemaFile file) {
        try {
            Files.createDirectories(path);
            Files.writeString(path.resolve(file.fileName()), file.text());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file.fileName() + " to " + path, e);
        }
    }

    private static SchemaFile read(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return new SchemaFile(file.getFileName().toString(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
