package dev.annals.embedded;

import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the broker has failed, where Kafka by itself would end the process, and the application with it. */
final class Faults implements FaultHandlerFactory {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        return (message, cause) -> {
            LOG.error("The Kafka broker in this process failed: {}: {}", name, message, cause);
            action.run();
            return new IllegalStateException(name + ": " + message, cause);
        };
    }
}
