package catalog.authors;

import dev.annals.Key;

/** What can be asked of an author. */
public sealed interface AuthorCommand {

    @Key
    String code();

    record CreateAuthor(String code, String firstName, String lastName) implements AuthorCommand {}

    record UpdateAuthor(String code, String firstName, String lastName) implements AuthorCommand {}

    record DeleteAuthor(String code) implements AuthorCommand {}
}
