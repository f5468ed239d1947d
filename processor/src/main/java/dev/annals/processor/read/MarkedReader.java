package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import dev.annals.Deadline;
import dev.annals.EventSourced;
import dev.annals.FormerVersion;
import dev.annals.Internal;
import dev.annals.Unknown;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Marked;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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

    /** The types annotated with {@code @Internal}. */
    public static List<Marked> internal(RoundEnvironment round) {
        return annotated(round, Internal.class).toList();
    }

    /** Refuses deadlines that nobody would ask: those of no snapshot. */
    public static void requireSnapshots(RoundEnvironment round, Diagnostics diagnostics) {
        for (ExecutableElement method : ElementFilter.methodsIn(round.getElementsAnnotatedWith(Deadline.class))) {
            TypeElement owner = MoreElements.asType(method.getEnclosingElement());
            if (owner.getAnnotation(EventSourced.class) == null) {
                diagnostics.error(
                        Code.BAD_DEADLINE,
                        ElementLocation.of(method),
                        "@Deadline says what is due of an aggregate's state, and %s is no snapshot, which has @EventSourced: move"
                                + " the method there",
                        owner.getSimpleName());
            }
        }
    }

    private static Stream<Marked> annotated(RoundEnvironment round, Class<? extends Annotation> annotation) {
        return ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)).stream()
                .map(type -> new Marked(ClassName.get(type), ElementLocation.of(type)));
    }
}
