package catalog.books;

import java.util.UUID;

/** A chapter of a book. */
public record Chapter(UUID id, String title, String content) {}
