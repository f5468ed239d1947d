package dev.annals.processor;

import com.google.testing.compile.Compilation;
import dev.annals.aggregate.Aggregate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** A domain, compiled with what was generated for it, and loaded. */
final class GeneratedClasses extends ClassLoader {

    private final Map<String, JavaFileObject> classes = new HashMap<>();

    GeneratedClasses(Compilation compilation) {
        super(GeneratedClasses.class.getClassLoader());
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.getName().replaceFirst("^/CLASS_OUTPUT/", "");
                classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), file);
            }
        }
    }

    @SuppressWarnings("unchecked")
    Aggregate<Object, Object, Object, Object> aggregate(String name) {
        return (Aggregate<Object, Object, Object, Object>) create(name);
    }

    /** A new value of a type with one constructor. */
    Object create(String type, Object... arguments) {
        try {
            var constructor = loadClass(type).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type, e);
        }
    }

    /** Calls a static method of a generated class that only its package may call. */
    Object call(String type, String name, Object... arguments) {
        try {
            for (Method method : loadClass(type).getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    method.setAccessible(true);
                    return method.invoke(null, arguments);
                }
            }
            throw new IllegalArgumentException("No method " + name);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new LinkageError(type, e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JavaFileObject file = classes.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = file.openInputStream()) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
