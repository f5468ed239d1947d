package dev.annals.processor.generate;

import dev.annals.processor.model.Location;
import java.util.List;

/**
 * A source file to be written.
 *
 * @param typeName the full name of the type in it
 * @param origins what in the user's source it was made from
 */
public record GeneratedSource(String typeName, String text, List<Location> origins) {}
