package dev.annals.processor.generate;

import dev.annals.processor.model.Location;
import java.util.List;

/**
 * A resource to be written.
 *
 * @param path from the root of the class path
 * @param origins what in the user's source it was made from
 */
public record GeneratedResource(String path, String text, List<Location> origins) {}
