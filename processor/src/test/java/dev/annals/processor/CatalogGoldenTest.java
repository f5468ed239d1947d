package dev.annals.processor;

import static dev.annals.processor.Compiled.compile;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is generated for the read models of the catalogue, the example that has all of them. */
class CatalogGoldenTest {

    static final Domain CATALOG = Domain.in("../examples/books/src/main/java");

    private static final List<String> TELLING = List.of(
            "catalog/CatalogService.java",
            "catalog/news/BookPrinterSubscription.java",
            "catalog/statistics/AuthorDaysExtension.java",
            "catalog/views/AuthorBooksProjection.java",
            "catalog/views/BooksCardsProjection.java",
            "catalog/views/BooksCardsRoutes.java",
            "catalog/views/BooksCardsSnapshotJson.java");

    @Test
    void compilesWithoutAWarning() {
        compile(CATALOG, "-Xlint:-processing", "-Werror", "--release", "17").isClean();
    }

    @Test
    void generatesTheGoldens() {
        SortedMap<String, String> generated = new TreeMap<>(compile(CATALOG).generated());
        generated.keySet().retainAll(TELLING);

        Goldens.of("catalog").match(generated);
    }
}
