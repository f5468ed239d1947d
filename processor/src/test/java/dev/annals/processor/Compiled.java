package dev.annals.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.annals.processor.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A domain and what the compiler made of it. */
record Compiled(Domain domain, Compilation compilation) {

    /** The processor's kinds of lint are its own warnings; the others would tell of the jars on the class path. */
    private static final String LINT = "-Xlint:all,-path,-classfile";

    /**
     * A diagnostic as it is expected.
     *
     * @param at a text on its line; empty for what stands in no source
     */
    record Expected(String kind, String at, String message) {}

    static Compiled compile(Domain domain, String... options) {
        return compile(domain, List.of(new AnnalsProcessor()), options);
    }

    static Compiled compile(Domain domain, List<Processor> processors, String... options) {
        return new Compiled(
                domain,
                Compiler.javac()
                        .withProcessors(processors)
                        .withOptions(Stream.concat(Stream.of(LINT), Arrays.stream(options))
                                .toList())
                        .compile(domain.files()));
    }

    /** An error of the processor's, on the line that holds a text. */
    static Expected error(Code code, String at, String message) {
        return new Expected("error", at, "[" + code.text() + "] " + message);
    }

    /** An error of the processor's about something that stands in no source. */
    static Expected error(Code code, String message) {
        return error(code, "", message);
    }

    /** A warning of the processor's, on the line that holds a text. */
    static Expected warning(Code code, String at, String message) {
        return new Expected("warning", at, "[" + code.text() + "] " + message);
    }

    /** Holds that these diagnostics come, and no others. */
    void reports(Expected... expected) {
        assertThat(reported())
                .containsExactlyInAnyOrder(Arrays.stream(expected)
                        .map(one -> show(one.kind(), one.at().isEmpty() ? "" : domain.place(one.at()), one.message()))
                        .toArray(String[]::new));
    }

    /** Holds that the compiler itself finds errors, and that the processor adds nothing to them. */
    void leavesToJavac() {
        assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
        assertThat(reported()).isNotEmpty().noneMatch(text -> text.contains("ANNALS-"));
        assertThat(reported()).noneMatch(text -> text.contains("dev.annals.processor"));
    }

    /** Holds that the compilation fails, whatever it says. */
    void refuses() {
        assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    }

    void isClean() {
        assertThat(reported()).isEmpty();
    }

    /** The sources and resources that were generated, by their paths in the class or source folder. */
    SortedMap<String, String> generated() {
        SortedMap<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                files.put(file.getName().replaceFirst("^/(SOURCE|CLASS)_OUTPUT/", ""), text(file));
            }
        }
        return files;
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All errors and warnings. */
    List<String> reported() {
        return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
                .map(Compiled::show)
                .toList();
    }

    private static String show(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String name = source == null
                ? ""
                : source.getName().substring(source.getName().lastIndexOf('/') + 1) + ":" + diagnostic.getLineNumber();
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        return show(kind, name, diagnostic.getMessage(Locale.ROOT));
    }

    private static String show(String kind, String at, String message) {
        return kind + " " + at + " " + message;
    }
}
