package dev.annals.processor;

import static dev.annals.processor.Specifications.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents of several services are what their specifications say that such documents are. */
class ApiDocumentsTest {

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, Compiled> SERVICES = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"bank", "catalog", "shop", "ledger", "benchmarks"})
    void openApiDocumentIsValid(String service) {
        JsonNode document = openApi(service);

        assertThat(Specifications.openApi(document)).isEmpty();
        assertThat(document.at("/components/schemas"))
                .allSatisfy(
                        schema -> assertThat(Specifications.jsonSchema(schema)).isEmpty());
        assertThat(document.findValues("schema"))
                .allSatisfy(
                        schema -> assertThat(Specifications.jsonSchema(schema)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "catalog", "shop", "ledger", "benchmarks"})
    void asyncApiDocumentIsValid(String service) {
        JsonNode document = asyncApi(service);

        assertThat(Specifications.asyncApi(document)).isEmpty();
        assertThat(document.findValues("payload"))
                .filteredOn(payload -> payload.has("schemaFormat"))
                .isNotEmpty()
                .allSatisfy(payload -> assertThat(
                                new Schema.Parser().parse(payload.get("schema").toString()))
                        .isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "catalog", "shop", "ledger", "benchmarks"})
    void referencesLeadSomewhere(String service) {
        for (JsonNode document : List.of(openApi(service), asyncApi(service))) {
            assertThat(document.findValuesAsText("$ref"))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "catalog", "shop", "ledger", "benchmarks"})
    void operationsHaveIdsAndParametersOfTheirOwn(String service) {
        JsonNode document = openApi(service);
        List<String> ids = document.findValuesAsText("operationId");

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][A-Za-z0-9]*"));
        document.get("paths")
                .properties()
                .forEach(path -> assertThat(declared(document, path.getValue()))
                        .as(path.getKey())
                        .containsExactlyInAnyOrderElementsOf(PATH_PARAMETER
                                .matcher(path.getKey())
                                .results()
                                .map(found -> found.group(1))
                                .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "catalog", "shop", "ledger", "benchmarks"})
    void examplesAreValid(String service) {
        JsonNode document = openApi(service);
        int count = 0;
        for (Map.Entry<String, JsonNode> schema :
                document.at("/components/schemas").properties()) {
            for (JsonNode example : schema.getValue().path("examples")) {
                count++;
                assertThat(Specifications.value(document, schema.getKey(), example))
                        .as(schema.getKey())
                        .isEmpty();
            }
        }
        assertThat(count).isPositive();
    }

    /** The names of the path's parameters. */
    private static List<String> declared(JsonNode document, JsonNode path) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : path.elements().next().path("parameters")) {
            JsonNode found = parameter.has("$ref")
                    ? document.at(parameter.get("$ref").textValue().substring(1))
                    : parameter;
            if (found.get("in").textValue().equals("path")) {
                names.add(found.get("name").textValue());
            }
        }
        return names;
    }

    private static JsonNode openApi(String service) {
        return document(service, "openapi");
    }

    private static JsonNode asyncApi(String service) {
        return document(service, "asyncapi");
    }

    private static JsonNode document(String service, String name) {
        String path = "META-INF/annals/" + service + "/" + name + ".json";
        Compiled compiled = SERVICES.computeIfAbsent(service, same -> Compiled.compile(domain(same)));
        return tree(Objects.requireNonNull(compiled.generated().get(path), path));
    }

    private static Domain domain(String service) {
        return switch (service) {
            case "bank" -> BankGoldenTest.BANK;
            case "catalog" -> Domain.in("../examples/books/src/main/java");
            case "shop" -> ShopGoldenTest.SHOP;
            case "ledger" -> Domain.in("src/test/resources/ledger");
            default ->
                Domain.of(TextFiles.below(Path.of("../benchmarks/src/main/java/dev/annals/benchmarks/orders")).stream()
                        .filter(file -> !file.toString().matches(".*(package-info|OrderMessages)\\.java"))
                        .map(TextFiles::read)
                        .toArray(String[]::new));
        };
    }
}
