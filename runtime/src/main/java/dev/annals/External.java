package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed interface of one's own as what is read of another service's events, so that the two share no code.
 *
 * <pre>{@code
 * @External(topic = "bank.accounts.events", key = String.class)
 * sealed interface BankMovement {
 *     @AvroName("bank.Movement.Deposited") record Deposited(BigDecimal amount) implements BankMovement {}
 * }
 * }</pre>
 *
 * <p>It is named where events are read, as an aggregate is by its snapshot: in {@code from} of a {@link Reaction}, a {@link
 * Subscription} or a {@link Projection} that folds. Each record has the full Avro name of the event that it reads, and those of its
 * fields that are wanted; it is read by the rules of Avro. Events of other names are passed over; one of these names that does not fit is
 * what an unreadable event is: a dead letter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface External {

    /** The topic of the events. */
    String topic();

    /** The type of its keys: {@code String}, {@code UUID}, {@code Integer}, {@code Long}, an enum, or a record of one such component. */
    Class<?> key();
}
