package dev.annals.processor;

import static dev.annals.processor.diagnostic.Code.NULLNESS_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Events that were compiled before, and are read from class files: older compilers do not tell what is nullable there. */
class ClassFileDiagnosticsTest {

    private static final Domain NULLABLE = Domain.BANK
            .replace("record Deposited(long amount)", "record Deposited(@Nullable Long amount)")
            .replace("new Deposited(1)", "new Deposited(1L)");

    private static final String SCHEMA = "META-INF/annals/bank.Movement.Deposited.avsc";

    @TempDir
    private Path jar;

    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void nullableIsReadFromClassFiles() throws IOException {
        Compiled compiled = compileAgainstClassFile(NULLABLE);

        assertThat(compiled.reported()).isEmpty();
        assertThat(compiled.generated().get("bank/AccountsEventCodec.java"))
                .contains("out.writeNullable(deposited.amount(), AvroWriter::writeLong)");
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void nullableInAClassFileIsRefused() throws IOException {
        Compiled compiled = compileAgainstClassFile(NULLABLE);

        assertThat(compiled.reported())
                .containsExactly("error " + NULLABLE.place("public record Account") + " [" + NULLNESS_UNKNOWN.text()
                        + "] What is @Nullable in bank.Movement.Deposited is not known: it comes from a class file, of which"
                        + " this compiler does not tell the type annotations. Compile with JDK 22 or later, or move the"
                        + " record's source here");
    }

    @Test
    void classFilesWithoutNullableAreFine() throws IOException {
        Compiled compiled = compileAgainstClassFile(Domain.BANK);

        assertThat(compiled.reported()).isEmpty();
        assertThat(compiled.generated())
                .containsEntry(SCHEMA, Compiled.compile(Domain.BANK).generated().get(SCHEMA));
    }

    /** All but type annotations: those of components, records and constants. */
    @Test
    void annotationsOfDeclarationsAreReadFromClassFiles() throws IOException {
        Domain domain = Domain.BANK
                .replace(
                        "record Deposited(long amount)",
                        "enum Size { @AvroName(\"SMALL\") S, @Default M }\n"
                                + "@Doc(\"Money\") @AvroName(\"Paid\") @Alias(\"Given\") record Deposited("
                                + "@Decimal(precision = 4, scale = 1) BigDecimal amount, @Doc(\"How much\") @AvroName(\"extent\")"
                                + " @Alias(\"width\") @Default(\"S\") Size size)")
                .replace("return new Deposited(1);", "return null;");
        String schema = "META-INF/annals/bank.Movement.Paid.avsc";

        Compiled compiled = compileAgainstClassFile(domain);

        assertThat(compiled.reported()).isEmpty();
        assertThat(compiled.generated())
                .containsEntry(schema, Compiled.compile(domain).generated().get(schema));
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_21)
    void decimalsInsideOtherTypesInAClassFileAreRefused() throws IOException {
        Domain domain = Domain.BANK
                .replace(
                        "record Deposited(long amount)",
                        "record Deposited(List<@Decimal(precision = 4) BigDecimal> all)")
                .replace("return new Deposited(1);", "return null;");

        assertThat(compileAgainstClassFile(domain).reported())
                .containsExactly("error " + domain.place("public record Account") + " [" + NULLNESS_UNKNOWN.text()
                        + "] What is @Decimal inside another type in bank.Movement.Deposited is not known: it comes from a"
                        + " class file, of which this compiler does not tell the type annotations. Compile with JDK 22 or"
                        + " later, or move the record's source here");
    }

    /** Compiles the events alone, and then all others with the class files of those. */
    private Compiled compileAgainstClassFile(Domain domain) throws IOException {
        Map<String, String> events = new LinkedHashMap<>(domain.sources());
        events.keySet().removeIf(name -> !name.equals("bank.Movement"));
        Map<String, String> others = new LinkedHashMap<>(domain.sources());
        others.keySet().removeAll(events.keySet());
        String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        write(Compiler.javac().compile(new Domain(events).files()));
        Compilation compilation = Compiler.javac()
                .withClasspath(Stream.concat(Stream.of(jar.toString()), Arrays.stream(classPath))
                        .map(File::new)
                        .toList())
                .withProcessors(new AnnalsProcessor())
                .compile(new Domain(others).files());
        return new Compiled(domain, compilation);
    }

    private void write(Compilation compilation) throws IOException {
        for (JavaFileObject file : compilation.generatedFiles()) {
            Path path = jar.resolve(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""));
            Files.createDirectories(path.getParent());
            try (InputStream in = file.openInputStream()) {
                Files.write(path, in.readAllBytes());
            }
        }
    }
}
