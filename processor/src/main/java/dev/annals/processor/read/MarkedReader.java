package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.FormerVersion;
import dev.annals.Unknown;
import dev.annals.processor.model.Marked;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.util.ElementFilter;

/** Finds the types with annotations that nothing may lead to. */
public final class MarkedReader {

    private MarkedReader() {}

    /** The types annotated with {@code @Unknown}. */
    public static List<Marked> unknown(RoundEnvironment round) {
        return annotated(round, Unknown.class).toList();
    }

    /** The types annotated with {@code @FormerVersion}. */
    public static List<Marked> formers(RoundEnvironment round) {
        return annotated(round, FormerVersion.class).toList();
    }

    private static Stream<Marked> annotated(RoundEnvironment round, Class<? extends Annotation> annotation) {
        return ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
                .map(type -> new Marked(ClassName.get(type), ElementLocation.of(type)));
    }
}
