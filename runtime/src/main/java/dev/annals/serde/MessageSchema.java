package dev.annals.serde;

/**
 * The Avro schema of one kind of message.
 *
 * @param name the schema's full name
 * @param fingerprint its CRC-64-AVRO fingerprint, as the Avro specification defines it over the parsing canonical form
 * @param json the whole schema, with documentation and logical types
 */
public record MessageSchema(String name, long fingerprint, String json) {}
