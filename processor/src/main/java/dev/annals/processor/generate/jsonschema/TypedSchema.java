package dev.annals.processor.generate.jsonschema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A schema that is one of several.
 *
 * @param type what {@code _type} says of it
 * @param reference to the schema
 */
record TypedSchema(String type, ObjectNode reference) {}
