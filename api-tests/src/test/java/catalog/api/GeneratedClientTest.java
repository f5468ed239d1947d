package catalog.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import catalog.CatalogService;
import catalog.client.ApiClient;
import catalog.client.ApiException;
import catalog.client.api.AuthorsApi;
import catalog.client.api.BooksApi;
import catalog.client.model.AddChapter;
import catalog.client.model.AuthorCommand;
import catalog.client.model.AuthorEntity;
import catalog.client.model.BookCommand;
import catalog.client.model.BookEntity;
import catalog.client.model.BookStatus;
import catalog.client.model.CreateAuthor;
import catalog.client.model.CreateBook;
import catalog.client.model.DeleteAuthor;
import catalog.client.model.PastBookEvent;
import catalog.client.model.Problem;
import catalog.client.model.SetBookAuthor;
import catalog.client.model.UpdateAuthor;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.annals.testkit.TestService;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that a public generator made of the catalogue's OpenAPI document talks to the running catalogue. */
final class GeneratedClientTest {

    private static TestService service;
    private static ApiClient client;

    @BeforeAll
    static void start() {
        service = TestService.start(CatalogService::new);
        client = new ApiClient();
        client.updateBaseUri(service.http().base().toString());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anAuthorIsCreatedReadAndDeleted() throws ApiException {
        AuthorsApi authors = new AuthorsApi(client);

        assertThat(authors.sendAuthorCommand(new AuthorCommand(create("mary")), null, null, null, null, null)
                        .getAuthorEventList())
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getAuthorCreated().getLastName()).isEqualTo("Shelley"));

        AuthorEntity author = authors.getAuthor("mary", null, null, null, null);
        assertThat(author.getKey()).isEqualTo("mary");
        assertThat(author.getVersion()).isEqualTo(1);
        assertThat(author.getFirstName()).isEqualTo("Mary");
        assertThat(authors.listAuthors(10, null, null, null)).contains(author);

        DeleteAuthor delete =
                new DeleteAuthor().type(DeleteAuthor.TypeEnum.DELETE_AUTHOR).code("mary");
        assertThat(authors.sendAuthorCommand(new AuthorCommand(delete), null, "\"1\"", null, null, null)
                        .getAuthorEvent()
                        .getAuthorDeleted())
                .isNotNull();
    }

    @Test
    void aRefusalIsAnExceptionWithTheProblem() throws ApiException, JsonProcessingException {
        AuthorsApi authors = new AuthorsApi(client);
        authors.sendAuthorCommand(new AuthorCommand(create("ada")), null, null, null, null, null);

        assertThat(problem(() ->
                        authors.sendAuthorCommand(new AuthorCommand(create("ada")), null, null, null, null, null)))
                .satisfies(problem -> {
                    assertThat(problem.getStatus()).isEqualTo(409);
                    assertThat(problem.getType()).isEqualTo("urn:annals:problem:already-exists");
                    assertThat(problem.getMessageId()).isNotEmpty();
                });
        assertThat(problem(() ->
                        authors.sendAuthorCommand(new AuthorCommand(create("Ada!")), null, null, null, null, null)))
                .satisfies(problem -> {
                    assertThat(problem.getStatus()).isEqualTo(422);
                    assertThat(problem.getCode()).isEqualTo("invalid-author-code");
                });
        assertThat(problem(() -> authors.getAuthor("nobody", null, null, null, null)))
                .satisfies(problem -> assertThat(problem.getType()).isEqualTo("urn:annals:problem:not-found"));
    }

    @Test
    void aRepeatedCommandIsDecidedOnce() throws ApiException {
        AuthorsApi authors = new AuthorsApi(client);
        UpdateAuthor update = new UpdateAuthor()
                .type(UpdateAuthor.TypeEnum.UPDATE_AUTHOR)
                .code("jane")
                .firstName("Jane")
                .lastName("Austen");
        authors.sendAuthorCommand(new AuthorCommand(create("jane")), null, null, null, null, null);

        authors.sendAuthorCommand(new AuthorCommand(update), "update-jane", null, null, null, null);
        authors.sendAuthorCommand(new AuthorCommand(update), "update-jane", null, null, null, null);

        assertThat(authors.getAuthor("jane", null, null, null, null).getVersion())
                .isEqualTo(2);
        assertThat(authors.getAuthorOutcome("update-jane", "jane", null)
                        .getAuthorEvent()
                        .getAuthorUpdated()
                        .getLastName())
                .isEqualTo("Austen");
    }

    @Test
    void aBookHasWhatIsOptionalAndWhatIsNested() throws ApiException {
        BooksApi books = new BooksApi(client);
        UUID id = UUID.randomUUID();
        CreateBook create =
                new CreateBook().type(CreateBook.TypeEnum.CREATE_BOOK).id(id).title("Emma");
        books.sendBookCommand(new BookCommand(create), null, null, null, null, null);
        assertThat(books.getBook(id, null, null, null, null, null).getAuthor()).isNull();

        SetBookAuthor set = new SetBookAuthor()
                .type(SetBookAuthor.TypeEnum.SET_BOOK_AUTHOR)
                .id(id)
                .author("jane");
        AddChapter add = new AddChapter()
                .type(AddChapter.TypeEnum.ADD_CHAPTER)
                .id(id)
                .title("I")
                .content("");
        books.sendBookCommand(new BookCommand(set), null, null, null, null, null);
        books.sendBookCommand(new BookCommand(add), null, null, null, null, null);

        BookEntity book = books.getBook(id, null, null, null, null, null);
        assertThat(book.getAuthor()).isEqualTo("jane");
        assertThat(book.getStatus()).isEqualTo(BookStatus.VALID);
        assertThat(book.getChapters())
                .singleElement()
                .satisfies(chapter -> assertThat(chapter.getTitle()).isEqualTo("I"));

        assertThat(books.getBook(id, null, null, null, null, 1L).getChapters()).isEmpty();
        assertThat(books.followOneBook(id, null, null, null, null, null))
                .extracting(event -> event.getActualInstance().getClass().getSimpleName())
                .containsExactly("PastBookCreated", "PastBookAuthorSet", "PastChapterAdded");
        PastBookEvent first =
                books.followOneBook(id, null, null, null, null, null).get(0);
        assertThat(first.getPastBookCreated().getTitle()).isEqualTo("Emma");
        assertThat(first.getPastBookCreated().getVersion()).isEqualTo(1);
    }

    /** A call of the client. */
    private interface Call {
        void run() throws ApiException;
    }

    private static Problem problem(Call call) throws JsonProcessingException {
        ApiException refusal = catchThrowableOfType(ApiException.class, call::run);
        return client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
    }

    private static CreateAuthor create(String code) {
        return new CreateAuthor()
                .type(CreateAuthor.TypeEnum.CREATE_AUTHOR)
                .code(code)
                .firstName("Mary")
                .lastName("Shelley");
    }
}
