package catalog.books;

import java.util.Optional;
import java.util.UUID;

/** What has happened to a book. */
public sealed interface BookEvent {

    record BookCreated(UUID id, String title) implements BookEvent {}

    /** With the author that it had before, and its title, so that who reads this event alone can follow. */
    record BookAuthorSet(Optional<String> author, Optional<String> previous, String title) implements BookEvent {}

    record ChapterAdded(UUID chapterId, String title, String content) implements BookEvent {}

    record ChapterRemoved(UUID chapterId) implements BookEvent {}

    record BookRemoved(Optional<String> author) implements BookEvent {}
}
