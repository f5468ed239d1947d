package dev.annals.app;

import dev.annals.extension.ExtensionName;

/** An extension with the Kafka Streams application that it is in this process. */
record RunningExtension(ExtensionName name, StreamsRunner streams) implements AutoCloseable {

    @Override
    public void close() {
        streams.close();
    }
}
