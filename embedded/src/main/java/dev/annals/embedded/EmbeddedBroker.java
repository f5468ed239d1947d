package dev.annals.embedded;

import dev.annals.broker.Broker;
import dev.annals.broker.BrokerException;
import dev.annals.broker.BrokerSettings;

/** A running Kafka broker, and the directory it holds. */
public final class EmbeddedBroker implements Broker {

    private final DirectoryLock lock;
    private final Server server;
    private boolean closed;

    private EmbeddedBroker(DirectoryLock lock, Server server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @throws BrokerException when it does not start; nothing of it is left running or locked
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        Logs.quiet();
        DataDirectory directory = DataDirectory.at(settings.directory());
        if (settings.fresh()) {
            // Before the lock leaves a file in somebody else's directory.
            directory.requireOurs();
        }
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new EmbeddedBroker(lock, startServer(settings, directory));
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public String bootstrapServers() {
        return server.clientAddress();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            server.stop();
        } catch (RuntimeException e) {
            throw new BrokerException("The broker did not stop in order; its data is checked at the next start.", e);
        }
    }

    private static Server startServer(BrokerSettings settings, DataDirectory directory) {
        Listeners listeners = Listeners.bind(settings.port());
        try {
            // Not before the port is ours: a start that cannot succeed deletes nothing.
            if (settings.fresh()) {
                directory.empty();
            }
            directory.mark();
            return Server.start(listeners, directory.broker());
        } catch (BrokerException e) {
            listeners.close();
            throw e;
        } catch (Throwable e) {
            listeners.close();
            throw failed(directory, e);
        }
    }

    private static BrokerException failed(DataDirectory directory, Throwable cause) {
        return new BrokerException(
                "The broker did not start on the data in %s: %s. If that data can go, start fresh or delete it; if it is needed, the cause below says what is wrong with it."
                        .formatted(directory.broker(), cause),
                cause);
    }
}
