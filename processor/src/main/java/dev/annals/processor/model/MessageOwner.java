package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** What has messages of its own, with schemas: an aggregate or a projection. */
public interface MessageOwner extends Member {

    /** The annotated record. */
    RecordType snapshot();

    /** All that has a schema. */
    List<RecordType> messages();

    Values values();

    /** The former versions of its messages. */
    Versions versions();

    @Override
    default ClassName annotated() {
        return snapshot().name();
    }
}
