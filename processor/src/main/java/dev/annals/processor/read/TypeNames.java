package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Questions about types that the compiler's own interface answers in too many words. */
final class TypeNames {

    private TypeNames() {}

    static Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED ? Optional.of(MoreTypes.asTypeElement(type)) : Optional.empty();
    }

    static Optional<ClassName> className(TypeMirror type) {
        return element(type).map(ClassName::get);
    }

    static boolean isA(TypeMirror type, String qualifiedName) {
        return element(type)
                .filter(found -> found.getQualifiedName().contentEquals(qualifiedName))
                .isPresent();
    }

    /** Whether code in a package can name a type: it and all types around it. */
    static boolean isAccessible(TypeElement type, String fromPackage) {
        boolean samePackage = MoreElements.getPackage(type).getQualifiedName().contentEquals(fromPackage);
        for (Element element = type;
                element != null && MoreElements.isType(element);
                element = element.getEnclosingElement()) {
            boolean visible = samePackage
                    ? !element.getModifiers().contains(Modifier.PRIVATE)
                    : element.getModifiers().contains(Modifier.PUBLIC);
            if (!visible) {
                return false;
            }
        }
        return true;
    }
}
