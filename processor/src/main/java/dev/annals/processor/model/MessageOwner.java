package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** What has messages of its own, with schemas: an aggregate or a projection. */
public interface MessageOwner {

    String service();

    /** Its name within the service, perhaps empty. */
    String name();

    /** The annotated record. */
    RecordType snapshot();

    /** All that has a schema. */
    List<RecordType> messages();

    Values values();

    /** The former versions of its messages. */
    Versions versions();

    Location location();

    Location serviceLocation();

    Location nameLocation();

    /** {@code bank.accounts}. */
    String fullName();

    /** The name of the state store and of the nodes of the topology. */
    String storeName();

    /** The package that its classes are generated in. */
    default String packageName() {
        return snapshot().name().packageName();
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
