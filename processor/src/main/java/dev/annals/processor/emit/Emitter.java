package dev.annals.processor.emit;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.generate.GeneratedResource;
import dev.annals.processor.generate.GeneratedSource;
import dev.annals.processor.model.Location;
import dev.annals.processor.read.ElementLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes generated files through the compiler. */
public final class Emitter {

    private final Filer filer;
    private final Diagnostics diagnostics;
    private final Set<String> resources = new HashSet<>();

    public Emitter(Filer filer, Diagnostics diagnostics) {
        this.filer = filer;
        this.diagnostics = diagnostics;
    }

    public void emit(GeneratedSource source) {
        String name = source.typeName();
        try (Writer writer =
                filer.createSourceFile(name, elements(source.origins())).openWriter()) {
            writer.write(source.text());
        } catch (FilerException e) {
            diagnostics.error(
                    Code.GENERATED_TYPE_EXISTS,
                    source.origins().get(0),
                    "Annals would generate %s, and there is one already: give one of the two another name",
                    name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + name, e);
        }
    }

    public void emit(GeneratedResource resource) {
        if (!resources.add(resource.path())) {
            // Two aggregates have the same message, and so the same schema.
            return;
        }
        try (Writer writer = filer.createResource(
                        StandardLocation.CLASS_OUTPUT, "", resource.path(), elements(resource.origins()))
                .openWriter()) {
            writer.write(resource.text());
        } catch (FilerException e) {
            // An aggregate of an earlier round has it.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + resource.path(), e);
        }
    }

    private static Element[] elements(List<Location> origins) {
        return origins.stream()
                .map(origin -> ((ElementLocation) origin).element())
                .toArray(Element[]::new);
    }
}
