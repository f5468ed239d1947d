package dev.annals.embedded;

import dev.annals.broker.BrokerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two loopback sockets a broker listens on, bound before anything else is started, so that a port which is taken
 * is known at once and no other process can take a free one meanwhile.
 */
final class Listeners implements ServerSocketFactory, AutoCloseable {

    static final String CLIENT = "CLIENT";
    static final String CONTROLLER = "CONTROLLER";

    private static final String HOST = "127.0.0.1";
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocketChannel client;
    private final ServerSocketChannel controller;

    private Listeners(ServerSocketChannel client, ServerSocketChannel controller) {
        this.client = client;
        this.controller = controller;
    }

    /** Binds the given port for clients, or a free one when it is 0, and a free one for the controller. */
    static Listeners bind(int clientPort) {
        ServerSocketChannel client = bindClient(clientPort);
        try {
            return new Listeners(client, open(0));
        } catch (IOException e) {
            closeQuietly(client);
            throw new BrokerException("There is no free port on " + HOST + " for the controller.", e);
        }
    }

    InetSocketAddress clientAddress() {
        return address(client);
    }

    InetSocketAddress controllerAddress() {
        return address(controller);
    }

    static String hostAndPort(InetSocketAddress address) {
        return HOST + ":" + address.getPort();
    }

    /** Hands Kafka the socket that is bound already; Kafka closes it. */
    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBufferSize) throws IOException {
        return switch (listener) {
            case CLIENT -> client;
            case CONTROLLER -> controller;
            default -> throw new IOException("There is no listener " + listener + ".");
        };
    }

    @Override
    public void close() {
        closeQuietly(client);
        closeQuietly(controller);
    }

    private static ServerSocketChannel bindClient(int port) {
        try {
            return open(port);
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokerException(
                    "Port %d on %s is in use or not allowed (%s). Stop what listens there, or choose another with embedded.port (EMBEDDED_PORT); 0 takes a free one."
                            .formatted(port, HOST, e.getMessage()),
                    e);
        }
    }

    private static ServerSocketChannel open(int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            // Kafka accepts with a selector.
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static InetSocketAddress address(ServerSocketChannel bound) {
        return (InetSocketAddress) bound.socket().getLocalSocketAddress();
    }

    private static void closeQuietly(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // A socket that cannot be closed is no reason to keep the rest open.
        }
    }
}
