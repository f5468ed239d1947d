package dev.annals.broker;

import java.nio.file.Path;

/**
 * How an in-process broker is to be started.
 *
 * @param directory where its data lies; created when absent, kept over restarts
 * @param port the port on loopback that Kafka clients connect to, or 0 for a free one
 * @param fresh whether what the directory holds is removed first
 */
public record BrokerSettings(Path directory, int port, boolean fresh) {}
