package dev.annals.processor.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.annals.processor.model.Location;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** What all generated source files have in common. */
final class Sources {

    private static final String PROCESSOR = "dev.annals.processor.AnnalsProcessor";
    private static final String INDENT = "    ";

    private Sources() {}

    /** A final class, marked as generated, that says what it is for. */
    static TypeSpec.Builder finalClass(ClassName name, String javadoc, Object... arguments) {
        return TypeSpec.classBuilder(name)
                .addJavadoc(javadoc + "\n", arguments)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", PROCESSOR)
                        .build())
                .addModifiers(Modifier.FINAL);
    }

    static MethodSpec privateConstructor() {
        return MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
    }

    static GeneratedSource file(ClassName name, TypeSpec type, List<Location> origins) {
        JavaFile file = JavaFile.builder(name.packageName(), type)
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build();
        return new GeneratedSource(name.canonicalName(), Layout.tidy(file.toString()), origins);
    }
}
