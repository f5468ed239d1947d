package dev.annals.embedded;

import dev.annals.broker.Broker;
import dev.annals.broker.BrokerProvider;
import dev.annals.broker.BrokerSettings;

/** Gives an application a broker of its own as soon as this module is on its class path. */
public final class EmbeddedBrokerProvider implements BrokerProvider {

    @Override
    public Broker start(BrokerSettings settings) {
        return EmbeddedBroker.start(settings);
    }
}
