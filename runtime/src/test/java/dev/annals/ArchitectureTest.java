package dev.annals;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which package may use which, and what all of them have in common. */
class ArchitectureTest {

    private static final String ROOT = "dev.annals";

    /** Each package, and those of ours that it may use; all may use the users' {@code dev.annals}. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("", Set.of()),
            Map.entry("avro", Set.of()),
            Map.entry("schema", Set.of("avro")),
            Map.entry("schema.kafka", Set.of("schema")),
            Map.entry("schema.confluent", Set.of("schema", "tls")),
            Map.entry("evolution", Set.of("avro")),
            Map.entry("serde", Set.of("avro", "evolution", "schema")),
            Map.entry("json", Set.of()),
            Map.entry("ownership", Set.of()),
            Map.entry("tls", Set.of()),
            Map.entry("auth", Set.of()),
            Map.entry("metrics", Set.of("aggregate", "streams", "subscription")),
            Map.entry("instances", Set.of()),
            Map.entry("transaction", Set.of("ownership")),
            Map.entry("broker", Set.of()),
            Map.entry("aggregate", Set.of("avro", "ownership", "schema", "serde", "transaction")),
            Map.entry("streams", Set.of("aggregate", "schema", "serde")),
            Map.entry("projection", Set.of("aggregate", "ownership", "schema", "serde", "streams", "transaction")),
            Map.entry("extension", Set.of("aggregate", "streams")),
            Map.entry("reaction", Set.of("aggregate", "extension", "serde", "streams")),
            Map.entry("schedule", Set.of("aggregate", "extension", "reaction", "schema", "streams")),
            Map.entry("subscription", Set.of("aggregate", "avro", "extension", "schema", "serde", "streams")),
            Map.entry("sql", Set.of("aggregate", "extension", "schema", "subscription")),
            Map.entry("client", Set.of("aggregate", "json")),
            Map.entry("feed", Set.of("aggregate", "json", "schema")),
            Map.entry(
                    "http",
                    Set.of(
                            "aggregate",
                            "auth",
                            "feed",
                            "instances",
                            "json",
                            "projection",
                            "schema",
                            "serde",
                            "subscription",
                            "extension",
                            "topology")),
            Map.entry("rebuild", Set.of("aggregate", "projection", "schema", "serde")),
            Map.entry("topology", Set.of()),
            Map.entry(
                    "app",
                    Set.of(
                            "aggregate",
                            "auth",
                            "broker",
                            "extension",
                            "feed",
                            "http",
                            "instances",
                            "metrics",
                            "ownership",
                            "projection",
                            "reaction",
                            "rebuild",
                            "schema",
                            "schema.confluent",
                            "schema.kafka",
                            "sql",
                            "streams",
                            "subscription",
                            "tls",
                            "topology",
                            "transaction")));

    private static final JavaClasses RUNTIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyPackageIsListedHere() {
        assertThat(packages()).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void packagesUseOnlyWhatTheyMay() {
        MAY_USE.forEach((user, used) -> noClasses()
                .that()
                .resideInAPackage(packageName(user))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of a package other than " + used,
                        type -> isOurs(type)
                                && !simple(type).isEmpty()
                                && !simple(type).equals(user)
                                && !used.contains(simple(type))))
                .check(RUNTIME));
    }

    @Test
    void usersPackageUsesTheJdkAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT, "java..", "org.jspecify..")
                .check(RUNTIME);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(RUNTIME);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (String name : packages()) {
            JavaPackage found = RUNTIME.getPackage(packageName(name));
            assertThat(found.isAnnotatedWith(NullMarked.class))
                    .as(found.getName())
                    .isTrue();
        }
    }

    @Test
    void classesAreFinal() {
        List<JavaClass> open = RUNTIME.stream()
                .filter(type -> !type.isInterface() && !type.isEnum() && !type.isAnonymousClass())
                .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();

        assertThat(open).isEmpty();
    }

    private static Set<String> packages() {
        return RUNTIME.stream().map(ArchitectureTest::simple).collect(Collectors.toSet());
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    private static String simple(JavaClass type) {
        return type.getPackageName().equals(ROOT) ? "" : type.getPackageName().substring(ROOT.length() + 1);
    }

    private static String packageName(String simple) {
        return simple.isEmpty() ? ROOT : ROOT + "." + simple;
    }
}
