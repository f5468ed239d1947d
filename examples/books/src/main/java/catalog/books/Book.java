package catalog.books;

import catalog.books.BookCommand.AddChapter;
import catalog.books.BookCommand.CreateBook;
import catalog.books.BookCommand.RemoveBook;
import catalog.books.BookCommand.RemoveChapter;
import catalog.books.BookCommand.SetBookAuthor;
import catalog.books.BookEvent.BookAuthorSet;
import catalog.books.BookEvent.BookCreated;
import catalog.books.BookEvent.BookRemoved;
import catalog.books.BookEvent.ChapterAdded;
import catalog.books.BookEvent.ChapterRemoved;
import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.EventSourced;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A book: a draft until it has an author and a chapter. */
@EventSourced(
        service = "catalog",
        name = "books",
        commands = BookCommand.class,
        events = BookEvent.class,
        history = true)
public record Book(UUID id, String title, Optional<String> author, List<Chapter> chapters, BookStatus status) {

    static Decision<BookEvent> decide(CreateBook create) {
        if (create.title().isBlank()) {
            return Decision.reject("empty-title", "A book has a title");
        }
        return Decision.accept(new BookCreated(create.id(), create.title()));
    }

    BookEvent decide(SetBookAuthor set) {
        return new BookAuthorSet(set.author(), author, title);
    }

    /** With an id for the chapter that is the same when the command is processed again. */
    BookEvent decide(AddChapter add, CommandContext context) {
        return new ChapterAdded(context.newId(), add.title(), add.content());
    }

    Decision<BookEvent> decide(RemoveChapter remove) {
        if (chapters.stream().noneMatch(chapter -> chapter.id().equals(remove.chapterId()))) {
            return Decision.reject("no-such-chapter", "The book has no chapter " + remove.chapterId());
        }
        return Decision.accept(new ChapterRemoved(remove.chapterId()));
    }

    /** Its chapters first, then the book, in one transaction. */
    List<BookEvent> decide(RemoveBook remove) {
        Stream<BookEvent> removedChapters = chapters.stream().map(chapter -> new ChapterRemoved(chapter.id()));
        return Stream.concat(removedChapters, Stream.of(new BookRemoved(author)))
                .toList();
    }

    static Book evolve(BookCreated created) {
        return of(created.id(), created.title(), Optional.empty(), List.of());
    }

    Book evolve(BookAuthorSet set) {
        return of(id, title, set.author(), chapters);
    }

    Book evolve(ChapterAdded added) {
        Chapter chapter = new Chapter(added.chapterId(), added.title(), added.content());
        return of(
                id,
                title,
                author,
                Stream.concat(chapters.stream(), Stream.of(chapter)).toList());
    }

    Book evolve(ChapterRemoved removed) {
        List<Chapter> left = chapters.stream()
                .filter(chapter -> !chapter.id().equals(removed.chapterId()))
                .toList();
        return of(id, title, author, left);
    }

    @Nullable
    Book evolve(BookRemoved removed) {
        return null;
    }

    private static Book of(UUID id, String title, Optional<String> author, List<Chapter> chapters) {
        BookStatus status = author.isPresent() && !chapters.isEmpty() ? BookStatus.VALID : BookStatus.DRAFT;
        return new Book(id, title, author, chapters, status);
    }
}
