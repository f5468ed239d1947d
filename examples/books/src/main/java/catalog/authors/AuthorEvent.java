package catalog.authors;

/** What has happened to an author. */
public sealed interface AuthorEvent {

    record AuthorCreated(String code, String firstName, String lastName) implements AuthorEvent {}

    record AuthorUpdated(String firstName, String lastName) implements AuthorEvent {}

    record AuthorDeleted() implements AuthorEvent {}
}
