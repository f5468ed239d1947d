package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;

/** What a service is made of: an aggregate, a projection or an extension, each with a name of its own. */
public interface Member {

    String service();

    /** Its name within the service, perhaps empty. */
    String name();

    /** The class that is annotated, or has the annotated method. */
    ClassName annotated();

    Location location();

    Location serviceLocation();

    Location nameLocation();

    /** {@code bank.accounts}. */
    String fullName();

    /** The name of the state store and of the nodes of the topology. */
    String storeName();

    /** The package that its classes are generated in. */
    default String packageName() {
        return annotated().packageName();
    }

    /** What the names of its generated classes start with. */
    default String prefix() {
        return Names.pascalCase(storeName());
    }

    /** A class generated for it: {@code AccountsRoutes}. */
    default ClassName generated(String suffix) {
        return ClassName.get(packageName(), prefix() + suffix);
    }
}
