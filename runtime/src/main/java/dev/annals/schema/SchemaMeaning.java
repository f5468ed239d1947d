package dev.annals.schema;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;

/**
 * Whether two schemas mean the same. An Avro fingerprint does not tell: of two schemas of one fingerprint, one may read as
 * 12.34 what the other reads as 0.1234. Types, names, logical types, precision, scale and the properties that start with
 * {@code annals.} are the meaning; documentation, aliases, defaults and the order of properties are not.
 */
public final class SchemaMeaning {

    private static final String ABSENT = "absent";

    private SchemaMeaning() {}

    /**
     * The first difference in meaning: {@code bank.Deposited.amount: scale is 2 there and 4 here}.
     *
     * @return empty where they mean the same
     * @throws AvroRuntimeException when one of them is no schema
     */
    public static Optional<String> difference(String there, String here) {
        if (there.equals(here)) {
            return Optional.empty();
        }
        Map<String, String> theirs = SchemaFacts.of(there);
        Map<String, String> ours = SchemaFacts.of(here);
        Set<String> facts = new LinkedHashSet<>(theirs.keySet());
        facts.addAll(ours.keySet());
        return facts.stream()
                .filter(fact -> !theirs.getOrDefault(fact, ABSENT).equals(ours.getOrDefault(fact, ABSENT)))
                .findFirst()
                .map(fact -> "%s is %s there and %s here"
                        .formatted(fact, theirs.getOrDefault(fact, ABSENT), ours.getOrDefault(fact, ABSENT)));
    }

    /**
     * Refuses a schema where its id stands for another meaning already.
     *
     * @param known the schema of that id
     * @param where it is known: {@code topic schemas-v1}
     * @throws SchemaRegistryException when they differ
     */
    public static void requireSame(String known, MessageSchema schema, String where) {
        difference(known, schema.json()).ifPresent(difference -> {
            throw new SchemaRegistryException(
                    ("The schema of %s is refused: %s has another one under the same fingerprint, %016x. %s. Avro's"
                                    + " fingerprints do not tell the two apart, and what was written with the one would be"
                                    + " read wrongly with the other: put back what it was, or give the record or field"
                                    + " of the new meaning a new name")
                            .formatted(schema.name(), where, schema.fingerprint(), difference));
        });
    }
}
