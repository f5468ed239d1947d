package dev.annals.reliability.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives out ports that were free a moment ago, each once. They are below those that systems give to outgoing connections (from
 * 32768 on Linux, from 49152 elsewhere): a killed process finds its port free when it comes back.
 */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_767;
    private static final Set<Integer> TRIED = new HashSet<>();

    private Ports() {}

    static synchronized int free() {
        while (TRIED.size() <= HIGHEST - LOWEST) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (TRIED.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("There is no free port");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
