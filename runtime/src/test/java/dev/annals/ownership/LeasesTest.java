package dev.annals.ownership;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LeasesTest {

    @Test
    void heartbeatsThatAreTooRareAreRefused() {
        Map<String, Object> config = Map.of(
                "session.timeout.ms", "6000", "heartbeat.interval.ms", "3000", "bootstrap.servers", "127.0.0.1:1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Leases().consumer(config))
                .withMessageContaining("kafka.heartbeat.interval.ms (3000) must be a third of")
                .withMessageContaining("(6000)");
    }
}
