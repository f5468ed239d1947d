package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Knows where a compiler keeps to itself what is nullable: before release 22, javac does not tell the type annotations of
 * types that it has from class files.
 */
final class ClassFiles {

    private static final String NULLABLE = "/Nullable;";
    private static final String DECIMAL = "Ldev/annals/Decimal;";

    private final ProcessingEnvironment environment;

    ClassFiles(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Whether a record's class file marks something as nullable, and the compiler does not say what. */
    boolean hidesNullness(TypeElement record) {
        return hidesTypeAnnotations(record) && mentions(NULLABLE, record);
    }

    /** Whether a record's class file declares digits of numbers inside other types, and the compiler does not say which. */
    boolean hidesDecimals(TypeElement record) {
        return record.getRecordComponents().stream().anyMatch(component -> holdsNumbers(component.asType()))
                && hidesTypeAnnotations(record)
                && mentions(DECIMAL, record);
    }

    private static boolean holdsNumbers(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().stream()
                        .anyMatch(argument -> TypeNames.isA(argument, "java.math.BigDecimal")
                                || TypeNames.isA(argument, "java.math.BigInteger")
                                || holdsNumbers(argument));
    }

    private boolean hidesTypeAnnotations(TypeElement record) {
        return isFromClassFile(record) && !compilerTellsTypeAnnotations();
    }

    private boolean isFromClassFile(TypeElement type) {
        try {
            return Trees.instance(environment).getTree(type) == null;
        } catch (IllegalArgumentException e) {
            // Another compiler, of which this is not known.
            return false;
        }
    }

    /** Looks at a method of the runtime, which is in a class file too, and returns something nullable. */
    private boolean compilerTellsTypeAnnotations() {
        TypeElement known = environment.getElementUtils().getTypeElement("dev.annals.aggregate.Aggregate");
        return known != null
                && ElementFilter.methodsIn(known.getEnclosedElements()).stream()
                        .anyMatch(method -> Nullability.hasAnnotation(method.getReturnType()));
    }

    private boolean mentions(String annotation, TypeElement record) {
        String packageName = MoreElements.getPackage(record).getQualifiedName().toString();
        String binaryName = environment.getElementUtils().getBinaryName(record).toString();
        String file = binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = environment
                .getFiler()
                .getResource(StandardLocation.CLASS_PATH, packageName, file)
                .openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(annotation);
        } catch (IOException e) {
            // On a module path, perhaps.
            return true;
        }
    }
}
