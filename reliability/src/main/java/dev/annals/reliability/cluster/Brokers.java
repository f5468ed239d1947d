package dev.annals.reliability.cluster;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka cluster of one or three nodes, each of them broker and controller, as processes. */
public final class Brokers implements AutoCloseable {

    private static final int SHORTEST_SESSION_MS = 6_000;

    private final List<Node> nodes;

    private record Address(int client, int controller) {}

    private static final class Node {
        private final Path directory;
        private ChildProcess process;

        Node(Path directory) {
            this.directory = directory;
            this.process = start(directory);
        }

        private static ChildProcess start(Path directory) {
            return ChildProcess.start(
                    directory,
                    "broker.log",
                    List.of("-Xmx384m", "-Dlogback.configurationFile=reliability-broker.xml"),
                    Map.of(),
                    List.of(
                            "kafka.Kafka",
                            directory.resolve("server.properties").toString()));
        }
    }

    private final String bootstrapServers;

    private final Map<String, String> clientSettings;

    private Brokers(List<Node> nodes, String bootstrapServers, Map<String, String> clientSettings) {
        this.nodes = nodes;
        this.clientSettings = clientSettings;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts so many nodes, whose clients need not say who they are, and returns when they form a cluster. */
    public static Brokers start(int count, Path directory) throws Exception {
        return start(count, directory, Map.of(), Map.of());
    }

    /**
     * Starts so many nodes and returns when they form a cluster.
     *
     * @param more properties of each node
     * @param clientSettings what clients need to be let in
     */
    static Brokers start(int count, Path directory, Map<String, String> more, Map<String, String> clientSettings)
            throws Exception {
        List<Address> addresses = IntStream.range(0, count)
                .mapToObj(i -> new Address(Ports.free(), Ports.free()))
                .toList();
        String clusterId = Uuid.randomUuid().toString();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path home = Files.createDirectories(directory.resolve("broker-" + (i + 1)));
            configure(home, i + 1, addresses, more);
            format(home, i + 1, clusterId);
            nodes.add(new Node(home));
        }
        String servers = addresses.stream()
                .map(address -> "127.0.0.1:" + address.client())
                .collect(Collectors.joining(","));
        Brokers brokers = new Brokers(nodes, servers, clientSettings);
        brokers.awaitNodes(count);
        return brokers;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public int count() {
        return nodes.size();
    }

    /** Kills a node, as a power cut does. */
    public void kill(int index) {
        nodes.get(index).process.kill();
    }

    /** Starts a node again on its data, and returns when it is back in the cluster. */
    public void restart(int index) throws Exception {
        Node node = nodes.get(index);
        node.process = Node.start(node.directory);
        awaitNodes(nodes.size());
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.process.close());
    }

    private void awaitNodes(int count) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Map<String, Object> config = new HashMap<>(clientSettings);
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(config)) {
            while (admin.describeCluster().nodes().get(2, TimeUnit.MINUTES).size() < count) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The brokers do not come together");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static void configure(Path home, int id, List<Address> addresses, Map<String, String> more)
            throws Exception {
        Address own = addresses.get(id - 1);
        int replicas = addresses.size();
        int inSync = Math.min(2, replicas);
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "node.id",
                Integer.toString(id),
                "process.roles",
                "broker,controller",
                "listener.security.protocol.map",
                "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "inter.broker.listener.name",
                "CLIENT",
                "listeners",
                "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(own.client(), own.controller()),
                "advertised.listeners",
                "CLIENT://127.0.0.1:" + own.client(),
                "log.dirs",
                home.resolve("data").toString(),
                "controller.quorum.voters",
                voters(addresses),
                "auto.create.topics.enable",
                "false"));
        properties.putAll(Map.of(
                "default.replication.factor", Integer.toString(replicas),
                "min.insync.replicas", Integer.toString(inSync),
                "offsets.topic.replication.factor", Integer.toString(replicas),
                "transaction.state.log.replication.factor", Integer.toString(replicas),
                "transaction.state.log.min.isr", Integer.toString(inSync)));
        properties.putAll(Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", Integer.toString(SHORTEST_SESSION_MS),
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "broker.session.timeout.ms", "6000",
                "broker.heartbeat.interval.ms", "1000",
                "log.cleaner.dedupe.buffer.size", "8388608"));
        properties.putAll(more);
        try (OutputStream out = Files.newOutputStream(home.resolve("server.properties"))) {
            properties.store(out, null);
        }
    }

    private static String voters(List<Address> addresses) {
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> (i + 1) + "@127.0.0.1:" + addresses.get(i).controller())
                .collect(Collectors.joining(","));
    }

    private static void format(Path home, int id, String clusterId) throws Exception {
        String data = Files.createDirectories(home.resolve("data")).toString();
        new Formatter()
                .setNodeId(id)
                .setClusterId(clusterId)
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(data))
                .setMetadataLogDirectory(data)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }
}
