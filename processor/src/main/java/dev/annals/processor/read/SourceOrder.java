package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The order of types in their sources, where files go by name. (Javac gives the types that a sealed interface permits in an
 * order that depends on that of the files it was given.)
 */
final class SourceOrder {

    private SourceOrder() {}

    /** These types in their order. */
    static List<TypeElement> of(Collection<TypeElement> types) {
        return types.stream()
                .sorted(Comparator.comparing(SourceOrder::file)
                        .thenComparing(SourceOrder::places, SourceOrder::comparePlaces))
                .toList();
    }

    private static String file(TypeElement type) {
        Element around = type;
        while (MoreElements.isType(around(around))) {
            around = around(around);
        }
        return MoreElements.asType(around).getQualifiedName().toString();
    }

    /** The place of each type in the one around it, from the outermost to this one. */
    private static List<Integer> places(TypeElement type) {
        List<Integer> places = new ArrayList<>();
        for (Element inner = type; MoreElements.isType(around(inner)); inner = around(inner)) {
            places.add(0, around(inner).getEnclosedElements().indexOf(inner));
        }
        return places;
    }

    private static int comparePlaces(List<Integer> one, List<Integer> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = one.get(i).compareTo(other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return one.size() - other.size();
    }

    private static Element around(Element type) {
        return Objects.requireNonNull(type.getEnclosingElement());
    }
}
