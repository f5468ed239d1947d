package catalog.books;

import dev.annals.Key;
import java.util.Optional;
import java.util.UUID;

/** What can be asked of a book. */
public sealed interface BookCommand {

    @Key
    UUID id();

    record CreateBook(String title, UUID id) implements BookCommand {}

    /** Gives the book an author, another one, or none. */
    record SetBookAuthor(UUID id, Optional<String> author) implements BookCommand {}

    record AddChapter(UUID id, String title, String content) implements BookCommand {}

    record RemoveChapter(UUID id, UUID chapterId) implements BookCommand {}

    record RemoveBook(UUID id) implements BookCommand {}
}
