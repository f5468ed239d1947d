package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that stands for an earlier version of a command, an event or a snapshot, for changes that a schema cannot
 * tell: the components, as they were written then, with another meaning.
 *
 * <p>The message's record brings it up to date, by a static {@code upcast} that no one but generated code need call:
 *
 * <pre>{@code
 * record Deposited(long cents) implements Movement {
 *     static Deposited upcast(DepositedV1 former) { return new Deposited(former.euros() * 100); }
 * }
 *
 * @FormerVersion(name = "bank.Movement.Deposited", version = 1)
 * record DepositedV1(long euros) {}
 * }</pre>
 *
 * The message then has the version after its latest former one, here 2. Former versions are complete from 1 on; each is
 * upcast by one method, to the message or to a later version. An {@code upcast} must take every value that was ever
 * written; should it throw, the message cannot be read.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface FormerVersion {

    /** The full Avro name of the message, or one of its aliases. */
    String name();

    /** The version that the record stands for; the first is 1. */
    int version();
}
