package dev.annals.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.nio.file.Files;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** The arrows between the processor's packages: read, then rules, then generate, then emit, all on one model. */
class ArchitectureTest {

    private static final String ROOT = "dev.annals.processor";

    private static final JavaClasses PROCESSOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void dataFlowsOneWay() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
                .layer("processor")
                .definedBy(ROOT)
                .layer("read")
                .definedBy(ROOT + ".read")
                .layer("rules")
                .definedBy(ROOT + ".rules")
                .layer("generate")
                .definedBy(ROOT + ".generate..")
                .layer("defaults")
                .definedBy(ROOT + ".defaults")
                .layer("gate")
                .definedBy(ROOT + ".gate")
                .layer("emit")
                .definedBy(ROOT + ".emit")
                .layer("diagnostic")
                .definedBy(ROOT + ".diagnostic")
                .layer("model")
                .definedBy(ROOT + ".model")
                .whereLayer("processor")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("read")
                .mayOnlyAccessLayers("model", "diagnostic")
                .whereLayer("rules")
                .mayOnlyAccessLayers("model", "diagnostic", "defaults")
                .whereLayer("generate")
                .mayOnlyAccessLayers("model", "defaults")
                .whereLayer("defaults")
                .mayOnlyAccessLayers("model")
                .whereLayer("gate")
                .mayOnlyAccessLayers("model", "diagnostic", "generate")
                .whereLayer("emit")
                .mayOnlyAccessLayers("model", "diagnostic", "read", "generate")
                .whereLayer("diagnostic")
                .mayOnlyAccessLayers("model")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .check(PROCESSOR);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PROCESSOR);
    }

    @Test
    void onlyTheReaderKnowsTheCompilersTypes() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".model", ROOT + ".rules", ROOT + ".defaults", ROOT + ".gate", ROOT + ".diagnostic")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.lang.model..", "javax.annotation.processing.."))
                .check(PROCESSOR);
    }

    /** JavaPoet is told modifiers in the compiler's words. */
    @Test
    void generatorsKnowOfTheCompilerOnlyItsModifiers() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".generate..")
                .should()
                .dependOnClassesThat(resideInAPackage("javax.lang.model..")
                        .and(not(equivalentTo(Modifier.class)))
                        .and(not(equivalentTo(Modifier[].class))))
                .check(PROCESSOR);
    }

    /** And what decides at compile time as it does when a service starts and messages are read. */
    @Test
    void onlyTheAnnotationsOfTheRuntimeAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("dev.annals..")
                        .and(not(resideInAPackage(ROOT + "..")))
                        .and(not(resideInAnyPackage("dev.annals", "dev.annals.evolution")))
                        .and(not(name("dev.annals.schema.SchemaMeaning"))))
                .check(PROCESSOR);
    }

    @Test
    void onlyOneClassOfTheGateTouchesFiles() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .doNotHaveSimpleName("SchemaFolder")
                .should()
                .dependOnClassesThat(equivalentTo(Files.class))
                .check(PROCESSOR);
    }

    @Test
    void classesAreFinal() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(PROCESSOR);
    }
}
