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
    BIG_INTEGER("bytes", "big-integer"),
    UUID("string", "uuid"),
    INSTANT("long", "timestamp-micros"),
    LOCAL_DATE("int", "date"),
    LOCAL_TIME("long", "time-micros"),
    LOCAL_DATE_TIME("long", "local-timestamp-micros"),
    DURATION("long", "duration-nanos"),
    OFFSET_DATE_TIME("record", "dev.annals.OffsetDateTime"),
    ZONED_DATE_TIME("record", "dev.annals.ZonedDateTime");

    private final String avroType;
    private final String annotation;

    ScalarKind(String avroType) {
        this(avroType, "");
    }

    ScalarKind(String avroType, String annotation) {
        this.avroType = avroType;
        this.annotation = annotation;
    }

    /** The name of the Avro type: a primitive one, or {@code record}. */
    public String avroType() {
        return avroType;
    }

    /** The name of the logical type on it, or nothing. */
    public String logicalType() {
        return isRecord() ? "" : annotation;
    }

    /** The full name of the record that it is in Avro, or nothing. */
    public String recordName() {
        return isRecord() ? annotation : "";
    }

    /** Whether it is a record in Avro, in place of a primitive type. */
    public boolean isRecord() {
        return avroType.equals("record");
    }
}
