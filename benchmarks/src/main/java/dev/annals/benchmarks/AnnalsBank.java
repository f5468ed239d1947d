package dev.annals.benchmarks;

import bank.BankService;
import dev.annals.app.Application;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The bank as Annals generates it, with its defaults. */
final class AnnalsBank implements Subject {

    private final Application application;

    private AnnalsBank(Application application) {
        this.application = application;
    }

    static Subject start(String bootstrapServers, Path directory) {
        return new AnnalsBank(Application.start(
                BankService::new,
                Map.of(
                        "http.port",
                        "0",
                        "kafka.bootstrap.servers",
                        bootstrapServers,
                        "kafka.state.dir",
                        directory.toString())));
    }

    @Override
    public URI commands() {
        return URI.create("http://127.0.0.1:" + application.httpAddress().getPort() + "/accounts/commands");
    }

    @Override
    public void close() {
        application.close();
    }
}
