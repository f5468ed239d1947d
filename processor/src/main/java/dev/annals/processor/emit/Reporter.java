package dev.annals.processor.emit;

import dev.annals.processor.diagnostic.Diagnostic;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.read.ElementLocation;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Shows diagnostics through the compiler, each on the element at fault. */
public final class Reporter {

    private final Messager messager;

    public Reporter(Messager messager) {
        this.messager = messager;
    }

    public void report(Diagnostics diagnostics) {
        diagnostics.all().forEach(this::report);
    }

    private void report(Diagnostic diagnostic) {
        Kind kind = Kind.valueOf(diagnostic.severity().name());
        if (diagnostic.location() instanceof ElementLocation at) {
            messager.printMessage(kind, diagnostic.text(), at.element(), at.annotation(), at.value());
        } else {
            messager.printMessage(kind, diagnostic.text());
        }
    }
}
