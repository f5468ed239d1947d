package dev.annals.http;

import dev.annals.instances.Instances;

/** The routes on which a service says which instances it has. */
public final class InstancesEndpoint {

    private InstancesEndpoint() {}

    public static Routes addTo(Routes routes, Instances instances) {
        return routes.get("/instances", new InstancesHandler(instances, false))
                .get("/instances/{store}", new InstancesHandler(instances, true));
    }
}
