package dev.annals.app;

import java.io.Console;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Whether somebody looks at what the process prints. */
final class Terminal {

    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // It is asked further where it is not null.
    static boolean isStandardOutput() {
        Console console = System.console();
        return console != null && isTerminal(console);
    }

    /** Before Java 22 there is a console only where there is a terminal; from then on it has to be asked. */
    private static boolean isTerminal(Console console) {
        try {
            MethodHandle asks = MethodHandles.publicLookup()
                    .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class));
            return (boolean) asks.invokeExact(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (Throwable e) {
            return false;
        }
    }
}
