package dev.annals.schema;

/**
 * The Avro schema of one kind of message.
 *
 * @param name the schema's full name
 * @param version which meaning of that name it has: 1, and one more with each upcast
 * @param fingerprint its CRC-64-AVRO fingerprint, as the Avro specification defines it over the parsing canonical form
 * @param json the whole schema, with documentation, defaults, aliases and logical types
 */
public record MessageSchema(String name, int version, long fingerprint, String json) {}
