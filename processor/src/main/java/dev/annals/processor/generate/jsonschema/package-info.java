/** JSON Schemas of a domain's types, as the generated JSON mappings read and write them. */
@NullMarked
package dev.annals.processor.generate.jsonschema;

import org.jspecify.annotations.NullMarked;
