package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.model.Reaction.Trigger;
import java.util.List;

/**
 * An annotated class that does something outside Kafka when something has happened.
 *
 * @param kind what that is
 * @param triggers what it handles
 * @param fromNow whether it begins with what is recorded after its first start
 * @param dependencies what its constructor takes
 * @param tellsCaughtUp whether it is told when it has caught up
 * @param closeable whether it is closed in the end
 */
public record Subscription(
        Kind kind,
        String service,
        String name,
        ClassName annotated,
        List<Trigger> triggers,
        boolean fromNow,
        List<Dependency> dependencies,
        boolean tellsCaughtUp,
        boolean closeable,
        Location location,
        Location serviceLocation,
        Location nameLocation)
        implements Member {

    /** What is done when something has happened. */
    public enum Kind {
        /** Anything, at least once. */
        SUBSCRIPTION,
        /** Statements in a database, exactly once. */
        READ_MODEL
    }

    public Subscription {
        triggers = List.copyOf(triggers);
        dependencies = List.copyOf(dependencies);
    }

    @Override
    public String fullName() {
        return service + "." + name;
    }

    @Override
    public String storeName() {
        return name;
    }

    /**
     * Something that is passed to a constructor, and to the service's builder, by its name.
     *
     * @param isPublic whether its type can be named in any package
     */
    public record Dependency(String name, TypeName type, boolean isPublic, Location location) {

        public boolean isSameAs(Dependency other) {
            return name.equals(other.name) && type.equals(other.type);
        }
    }
}
