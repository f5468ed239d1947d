package dev.annals.processor.gate;

import java.nio.file.Path;

/**
 * What the gate does.
 *
 * @param directory where the schemas are that were released
 * @param accept whether schemas that break nothing are written there
 * @param bothWays whether released code has to read what is written now, and not only the other way round
 */
public record GateSettings(Path directory, boolean accept, boolean bothWays) {}
