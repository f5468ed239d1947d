package dev.annals.broker;

/**
 * Starts brokers in this process. Found by {@link java.util.ServiceLoader}, so that a service has a broker of its own
 * as soon as {@code annals-embedded} is on its class path, and none in production, where it is not.
 */
public interface BrokerProvider {

    /**
     * Starts a broker and returns when it answers.
     *
     * @throws BrokerException when it does not start; the message says why and what to do
     */
    Broker start(BrokerSettings settings);
}
