package dev.annals.processor.model;

/** The types that have an encoding of their own, and their Avro types. */
public enum ScalarKind {
    BOOLEAN("boolean"),
    BYTE("int"),
    SHORT("int"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    STRING("string"),
    BYTES("bytes"),
    BIG_DECIMAL("bytes", "big-decimal"),
    UUID("string", "uuid"),
    INSTANT("long", "timestamp-micros"),
    LOCAL_DATE("int", "date"),
    LOCAL_TIME("long", "time-micros"),
    LOCAL_DATE_TIME("long", "local-timestamp-micros");

    private final String avroType;
    private final String logicalType;

    ScalarKind(String avroType) {
        this(avroType, "");
    }

    ScalarKind(String avroType, String logicalType) {
        this.avroType = avroType;
        this.logicalType = logicalType;
    }

    /** The name of the primitive Avro type. */
    public String avroType() {
        return avroType;
    }

    /** The name of the logical type on it, or nothing. */
    public String logicalType() {
        return logicalType;
    }
}
