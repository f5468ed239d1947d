package dev.annals.sql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection whose transaction is not its user's to end. */
final class GuardedConnection implements InvocationHandler {

    private static final Set<String> REFUSED = Set.of("commit", "abort");

    private final Connection connection;

    private GuardedConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        boolean toSavepoint = arguments != null && arguments.length == 1;
        boolean ends = REFUSED.contains(name)
                || (name.equals("rollback") && !toSavepoint)
                || (name.equals("setAutoCommit") && Boolean.TRUE.equals(arguments == null ? null : arguments[0]));
        if (ends) {
            throw new SQLException(
                    "%s is not for a read model: its events and how far it has come are committed together. Leave it out; to undo a part, roll back to a savepoint"
                            .formatted(name));
        }
        if (name.equals("equals")) {
            return arguments != null && proxy == arguments[0];
        }
        if (name.equals("unwrap") && arguments != null && arguments[0] == Connection.class) {
            // It is one itself.
            return proxy;
        }
        if (name.equals("close")) {
            // Of those who close whatever they are given.
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
