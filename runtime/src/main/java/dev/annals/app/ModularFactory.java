package dev.annals.app;

import dev.annals.aggregate.Engine;

/** A service with other modules than the standard ones. */
record ModularFactory(Service.Factory factory, Modules modules) implements Service.Factory {

    @Override
    public Service create(Engine engine) {
        return factory.create(engine);
    }
}
