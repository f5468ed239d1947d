package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/**
 * Knows where a compiler keeps to itself what is nullable: before release 22, javac does not tell the type annotations of
 * types that it has from class files.
 */
final class ClassFiles {

    private static final String NULLABLE = "/Nullable;";

    private final ProcessingEnvironment environment;

    ClassFiles(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Whether a record's class file marks something as nullable, and the compiler does not say what. */
    boolean hidesNullness(TypeElement record) {
        return isFromClassFile(record) && !compilerTellsTypeAnnotations() && mentionsNullable(record);
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

    private boolean mentionsNullable(TypeElement record) {
        String packageName = MoreElements.getPackage(record).getQualifiedName().toString();
        String binaryName = environment.getElementUtils().getBinaryName(record).toString();
        String file = binaryName.substring(binaryName.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = environment
                .getFiler()
                .getResource(StandardLocation.CLASS_PATH, packageName, file)
                .openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(NULLABLE);
        } catch (IOException e) {
            // On a module path, perhaps.
            return true;
        }
    }
}
