package billing;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A server of H2 on files, which can be stopped and started. */
final class H2Server implements TestDatabase {

    private final Path directory;
    private Server server;

    H2Server(Path directory) throws SQLException {
        this.directory = directory;
        this.server = start("0");
    }

    /** Stops the server: its databases are closed, and nobody can connect. */
    @Override
    public void stop() {
        server.stop();
    }

    /** Starts it again where it was. */
    @Override
    public void start() throws SQLException {
        server = start(Integer.toString(server.getPort()));
    }

    private Server start(String port) throws SQLException {
        return Server.createTcpServer("-tcpPort", port, "-ifNotExists", "-baseDir", directory.toString())
                .start();
    }

    @Override
    public String url() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/./billing";
    }

    @Override
    public String user() {
        return "sa";
    }

    @Override
    public String toString() {
        return "H2";
    }

    @Override
    public void close() {
        server.stop();
    }
}
