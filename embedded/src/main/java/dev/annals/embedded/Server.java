package dev.annals.embedded;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;

/**
 * Kafka's controller and broker, put together as {@link KafkaRaftServer} does, but on sockets that are bound already
 * and without ending the process when something fails.
 */
final class Server {

    /** How long the broker waits for the controller's leave to go; it normally has it at once. */
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final Listeners listeners;
    private final ControllerServer controller;
    private final BrokerServer broker;

    private Server(Listeners listeners, ControllerServer controller, BrokerServer broker) {
        this.listeners = listeners;
        this.controller = controller;
        this.broker = broker;
    }

    /** Returns when the broker has been let into its cluster of one and takes requests. */
    static Server start(Listeners listeners, Path directory) throws Exception {
        Server server = create(listeners, directory);
        try {
            // The controller first: it is what lets the broker in.
            server.controller.startup();
            Predecessor.awaitGone(
                    server.controller.sharedServer().loader(),
                    server.controller.config().nodeId());
            server.broker.startup();
            return server;
        } catch (Throwable e) {
            server.shutDownAfter(e);
            throw e;
        }
    }

    String clientAddress() {
        return Listeners.hostAndPort(listeners.clientAddress());
    }

    void stop() {
        // Its owner closes the controller's channel to itself; the controller would close it again, and warn.
        controller.registrationChannelManager_$eq(null);
        shutDown();
    }

    private void shutDown() {
        // The broker first: it tells the controller that it leaves.
        try (listeners) {
            broker.shutdown(LEAVING);
        } finally {
            controller.shutdown();
        }
    }

    private void shutDownAfter(Throwable failure) {
        try {
            shutDown();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static Server create(Listeners listeners, Path directory) throws Exception {
        KafkaConfig config = ServerConfiguration.of(listeners, directory);
        Storage storage = Storage.open(directory, config.nodeId());
        InetSocketAddress voter = listeners.controllerAddress();
        SharedServer shared = new SharedServer(
                config,
                storage.properties(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(Map.of(config.nodeId(), voter)),
                List.of(voter),
                new Faults(),
                listeners);
        return new Server(
                listeners,
                new ControllerServer(shared, KafkaRaftServer.configSchema(), storage.bootstrap()),
                new BrokerServer(shared));
    }
}
