package billing;

import dev.annals.database.PooledDatabaseProvider;
import dev.annals.sql.Database;
import dev.annals.sql.DatabaseProvider;
import dev.annals.sql.DatabaseSettings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * The usual database; where {@link #PROPERTY} says how often, the process ends without a word as soon as, or just before, a transaction
 * has committed: the moments that matter, which a kill from outside seldom meets.
 */
public final class HaltingDatabaseProvider implements DatabaseProvider {

    /** Each so-manieth commit is the last, at random. */
    static final String PROPERTY = "billing.halt.every";

    private static final int EVERY = Integer.getInteger(PROPERTY, 0);

    @Override
    public Database open(DatabaseSettings settings) {
        Database database = new PooledDatabaseProvider().open(settings);
        return EVERY == 0 ? database : new Halting(database);
    }

    private record Halting(Database database) implements Database {

        @Override
        public DataSource dataSource() {
            return database.dataSource();
        }

        @Override
        public DataSource writers() {
            return proxy(DataSource.class, database.writers(), false);
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static <T> T proxy(Class<T> type, T target, boolean halts) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    boolean commits = halts && method.getName().equals("commit");
                    if (commits) {
                        halt();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (commits) {
                            halt();
                        }
                        return result instanceof Connection connection
                                ? proxy(Connection.class, connection, true)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private static void halt() {
        if (Math.random() * EVERY < 1) {
            Runtime.getRuntime().halt(137);
        }
    }
}
