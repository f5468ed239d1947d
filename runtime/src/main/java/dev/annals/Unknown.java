package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one command or event that stands for all that this code does not know: a message whose schema has another name,
 * or a later version, than its own have.
 *
 * <p>It is a record of three components, and has no schema of its own:
 *
 * <pre>{@code
 * @Unknown record Unrecognized(long fingerprint, String name, byte[] bytes) implements Movement {}
 * }</pre>
 *
 * {@code fingerprint} is its schema's CRC-64-AVRO fingerprint, {@code name} the schema's full name, and {@code bytes} the
 * whole message as it came, header included, so that it is written again unchanged. None of them is null. The array is not
 * copied, so nobody may change it; and as in every record, {@code equals} compares it by identity unless you override it.
 *
 * <p>Without such a leaf, a message that is not known is a dead letter. No command of this kind comes in over HTTP.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Unknown {}
