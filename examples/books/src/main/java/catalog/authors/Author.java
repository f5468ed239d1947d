package catalog.authors;

import catalog.authors.AuthorCommand.CreateAuthor;
import catalog.authors.AuthorCommand.DeleteAuthor;
import catalog.authors.AuthorCommand.UpdateAuthor;
import catalog.authors.AuthorEvent.AuthorCreated;
import catalog.authors.AuthorEvent.AuthorDeleted;
import catalog.authors.AuthorEvent.AuthorUpdated;
import dev.annals.Decision;
import dev.annals.EventSourced;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An author: there is one from its creation to its deletion, and there may be one again. */
@EventSourced(service = "catalog", name = "authors", commands = AuthorCommand.class, events = AuthorEvent.class)
public record Author(String code, String firstName, String lastName) {

    private static final Pattern CODE = Pattern.compile("[-a-z0-9_]{1,20}");

    /** Static, because it creates: where there is the author already, Annals refuses it before this is asked. */
    static Decision<AuthorEvent> decide(CreateAuthor create) {
        if (!CODE.matcher(create.code()).matches()) {
            return Decision.reject(
                    "invalid-author-code", "A code has 1 to 20 of a-z, 0-9, - and _, and this is " + create.code());
        }
        return Decision.accept(new AuthorCreated(create.code(), create.firstName(), create.lastName()));
    }

    AuthorEvent decide(UpdateAuthor update) {
        return new AuthorUpdated(update.firstName(), update.lastName());
    }

    AuthorEvent decide(DeleteAuthor delete) {
        return new AuthorDeleted();
    }

    static Author evolve(AuthorCreated created) {
        return new Author(created.code(), created.firstName(), created.lastName());
    }

    Author evolve(AuthorUpdated updated) {
        return new Author(code, updated.firstName(), updated.lastName());
    }

    @Nullable
    Author evolve(AuthorDeleted deleted) {
        return null;
    }
}
