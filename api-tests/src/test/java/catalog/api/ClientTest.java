package catalog.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import catalog.CatalogService;
import catalog.client.ApiClient;
import catalog.client.ApiException;
import catalog.client.api.AuthorsApi;
import catalog.client.api.BooksApi;
import catalog.client.model.AuthorCommand;
import catalog.client.model.AuthorCreated;
import catalog.client.model.AuthorEntity;
import catalog.client.model.AuthorEventList;
import catalog.client.model.AuthorEventReply;
import catalog.client.model.BookCommand;
import catalog.client.model.CreateAuthor;
import catalog.client.model.CreateBook;
import catalog.client.model.PastEvent;
import dev.annals.testkit.TestService;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that a public generator made of the document talks to the running catalogue. */
final class ClientTest {

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
    void createsAnAuthorReadsItAndIsRefused() throws ApiException {
        AuthorsApi authors = new AuthorsApi(client);
        AuthorCommand create = new AuthorCommand(new CreateAuthor()
                .type(CreateAuthor.TypeEnum.CREATE_AUTHOR)
                .code("mary")
                .firstName("Mary")
                .lastName("Shelley"));

        AuthorEventReply reply = authors.sendAuthorCommand(create, "create-mary", null, null, null, null);
        AuthorEntity author = authors.getAuthor("mary", null, null, null, null);

        AuthorEventList events = (AuthorEventList) reply.getActualInstance();
        assertThat(((AuthorCreated) events.get(0).getActualInstance()).getLastName())
                .isEqualTo("Shelley");
        assertThat(author.getKey()).isEqualTo("mary");
        assertThat(author.getVersion()).isEqualTo(1);
        assertThat(author.getFirstName()).isEqualTo("Mary");
        assertThat(authors.listAuthors(10, null, null, null)).containsExactly(author);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> authors.sendAuthorCommand(create, null, null, null, null, null))
                .satisfies(refusal -> {
                    assertThat(refusal.getCode()).isEqualTo(409);
                    assertThat(refusal.getResponseBody()).contains("urn:annals:problem:already-exists");
                });
    }

    @Test
    void readsAHistory() throws ApiException {
        BooksApi books = new BooksApi(client);
        UUID id = UUID.randomUUID();
        books.sendBookCommand(
                new BookCommand(new CreateBook()
                        .type(CreateBook.TypeEnum.CREATE_BOOK)
                        .id(id)
                        .title("Frankenstein")),
                null,
                null,
                null,
                null,
                null);

        assertThat(books.getBook(id, null, null, null, null, 1L).getTitle()).isEqualTo("Frankenstein");
        assertThat(books.followOneBook(id, null, null, null, null, null))
                .extracting(PastEvent::getType)
                .containsExactly("BookCreated");
    }
}
