package dev.annals.http;

import dev.annals.auth.Area;
import dev.annals.instances.Instances;

/** The routes on which a service says which instances it has. */
public final class InstancesEndpoint {

    private InstancesEndpoint() {}

    public static Routes addTo(Routes routes, Instances instances, Door door) {
        return routes.get("/instances", door.guard(Area.MANAGEMENT, new InstancesHandler(instances, false)))
                .get("/instances/{store}", door.guard(Area.MANAGEMENT, new InstancesHandler(instances, true)));
    }
}
