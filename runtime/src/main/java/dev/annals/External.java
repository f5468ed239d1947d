package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a sealed interface of one's own as what is read of another service's events, or as commands that are given to it, so that the two
 * share no code.
 *
 * <pre>{@code
 * @External(topic = "bank.accounts.events", key = String.class)
 * sealed interface BankMovement {
 *     @AvroName("bank.Movement.Deposited") record Deposited(BigDecimal amount) implements BankMovement {}
 * }
 *
 * @External(topic = "bank.accounts.commands")
 * sealed interface BankOperation {
 *     @Key String account();
 *     @AvroName("bank.Operation.Deposit") record Deposit(String account, BigDecimal amount) implements BankOperation {}
 * }
 * }</pre>
 *
 * <p>It is named where events are read or commands given, as an aggregate is by its snapshot: events in {@code from} of a {@link Reaction},
 * a {@link Subscription}, a {@link SqlReadModel} or a {@link Projection} that folds; commands, which have a {@link Key}, in {@code to} of a
 * {@link Reaction} or {@link Scheduled} method. Each record has the full Avro name of the message that it reads or writes.
 *
 * <p>Of events, it has those fields that are wanted; it is read by the rules of Avro. Events of other names are passed over; one of these
 * names that does not fit is what an unreadable event is: a dead letter. Of commands, it has the fields that the other service needs: what
 * does not fit is a dead letter there.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface External {

    /** The topic of the events, or of the commands. */
    String topic();

    /**
     * The type of the keys of events: {@code String}, {@code UUID}, {@code Integer}, {@code Long}, an enum, or a record of one such
     * component. Commands have none here.
     */
    Class<?> key() default void.class;
}
