package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import javax.lang.model.element.TypeElement;

/** Whether generated code can name a type, and whether the compiler tells all that is to be known of it. */
final class Access {

    private final ClassFiles classFiles;
    private final Diagnostics diagnostics;
    private final TypeElement snapshot;
    private final String fromPackage;

    /**
     * The access from one aggregate.
     *
     * @param snapshot its snapshot, in whose package code is generated
     */
    Access(ClassFiles classFiles, Diagnostics diagnostics, TypeElement snapshot) {
        this.classFiles = classFiles;
        this.diagnostics = diagnostics;
        this.snapshot = snapshot;
        this.fromPackage = MoreElements.getPackage(snapshot).getQualifiedName().toString();
    }

    void requireAccessible(TypeElement element) {
        requireAccessible(element, fromPackage, diagnostics);
    }

    /** The same of a type whose code is generated in its own package. */
    static boolean requireAccessible(TypeElement element, Diagnostics diagnostics) {
        return requireAccessible(
                element, MoreElements.getPackage(element).getQualifiedName().toString(), diagnostics);
    }

    private static boolean requireAccessible(TypeElement element, String fromPackage, Diagnostics diagnostics) {
        boolean accessible = TypeNames.isAccessible(element, fromPackage);
        if (!accessible) {
            diagnostics.error(
                    Code.INACCESSIBLE,
                    ElementLocation.of(element),
                    "%s cannot be used by code in package %s, where Annals generates. Make it %s",
                    element.getSimpleName(),
                    fromPackage,
                    samePackageHint(element, fromPackage));
        }
        return accessible;
    }

    void requireKnownAnnotations(TypeElement record) {
        if (classFiles.hidesNullness(record)) {
            requireSource("@Nullable", record);
        } else if (classFiles.hidesDecimals(record)) {
            requireSource("@Decimal inside another type", record);
        }
    }

    private void requireSource(String unknown, TypeElement record) {
        diagnostics.error(
                Code.NULLNESS_UNKNOWN,
                ElementLocation.of(snapshot),
                "What is %s in %s is not known: it comes from a class file, of which this compiler does not tell the type"
                        + " annotations. Compile with JDK 22 or later, or move the record's source here",
                unknown,
                record.getQualifiedName());
    }

    private static String samePackageHint(TypeElement element, String fromPackage) {
        return ClassName.get(element).packageName().equals(fromPackage)
                ? "and the types around it package-private or public"
                : "and the types around it public";
    }
}
