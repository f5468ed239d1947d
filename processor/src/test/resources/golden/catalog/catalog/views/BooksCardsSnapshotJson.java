package catalog.views;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the snapshots of catalog.booksCards as JSON, and reads them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class BooksCardsSnapshotJson {

    private BooksCardsSnapshotJson() {}

    /** The fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, BookCard bookCard) throws IOException {
        out.writeFieldName("book");
        BooksCardsValueJson.writeBook(out, bookCard.book());
        out.writeFieldName("author");
        BooksCardsValueJson.writeAuthor(out, bookCard.author());
    }

    static BookCard read(JsonValue in) {
        JsonObject fields = in.asObject("book", "author");
        return in.construct(() -> new BookCard(
                fields.required("book", BooksCardsValueJson::readBook),
                fields.required("author", BooksCardsValueJson::readAuthor)));
    }
}
