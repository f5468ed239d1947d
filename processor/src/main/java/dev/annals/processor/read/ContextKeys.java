package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.KeyType;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Checks that contexts are of the keys that they will hold, so that it is not javac that complains, of generated code. */
record ContextKeys(Diagnostics diagnostics) {

    /**
     * Requires contexts of this key.
     *
     * @param what the key is of, such as "its records"
     */
    void require(List<Handler> handlers, KeyType key, String what) {
        for (Handler handler : handlers) {
            if (handler.takesContext()
                    && handler.location() instanceof ElementLocation location
                    && location.element() instanceof ExecutableElement method) {
                VariableElement context =
                        method.getParameters().get(method.getParameters().size() - 1);
                require(context, key, what);
            }
        }
    }

    private void require(VariableElement context, KeyType key, String what) {
        List<? extends TypeMirror> arguments =
                MoreTypes.asDeclared(context.asType()).getTypeArguments();
        // A raw context and one of any key are given every key.
        if (arguments.isEmpty()
                || arguments.get(0).getKind() == TypeKind.WILDCARD
                || TypeName.get(arguments.get(0)).equals(key.boxed())) {
            return;
        }
        diagnostics.error(
                Code.CONTEXT_KEY,
                ElementLocation.of(context),
                "The key of %s is %s: write 'EventContext<%s> %s'",
                what,
                simple(key),
                simple(key),
                context.getSimpleName());
    }

    private static String simple(KeyType key) {
        String name = key.boxed().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
