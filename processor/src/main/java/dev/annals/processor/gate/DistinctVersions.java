package dev.annals.processor.gate;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.generate.SchemaVersion;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import java.util.HashMap;
import java.util.Map;

/** Versions of a message that have one fingerprint are one to their readers, and the same meaning twice. */
public final class DistinctVersions {

    private DistinctVersions() {}

    public static void check(MessageOwner owner, Diagnostics diagnostics) {
        for (RecordType record : owner.messages()) {
            Map<Long, SchemaVersion> seen = new HashMap<>();
            for (SchemaVersion version : Message.of(owner, record).versions()) {
                SchemaVersion other = seen.putIfAbsent(version.fingerprint(), version);
                if (other != null) {
                    diagnostics.error(
                            Code.VERSIONS_ALIKE,
                            version.record().location(),
                            "Versions %d and %d of %s have the same components, and a reader could not tell one from the"
                                    + " other: rename a component, for example with its unit",
                            other.version(),
                            version.version(),
                            version.message().name().simpleName());
                }
            }
        }
    }
}
