package bank;

import dev.annals.Failure;
import java.math.BigDecimal;
import java.util.UUID;

/** What has happened to an account. */
public sealed interface Movement {

    record Deposited(BigDecimal amount) implements Movement {}

    record Withdrawn(BigDecimal amount) implements Movement {}

    @Failure
    record InsufficientFunds(BigDecimal requested, BigDecimal balance) implements Movement {}

    /** What becomes of a debit. */
    sealed interface AnswerToDebit extends Movement {
        UUID transfer();
    }

    record Debited(UUID transfer, BigDecimal amount) implements AnswerToDebit {}

    @Failure
    record DebitRefused(UUID transfer, BigDecimal amount, BigDecimal balance) implements AnswerToDebit {}

    /** What becomes of a credit. */
    sealed interface AnswerToCredit extends Movement {
        UUID transfer();
    }

    record Credited(UUID transfer, BigDecimal amount) implements AnswerToCredit {}

    @Failure
    record CreditRefused(UUID transfer, BigDecimal amount, BigDecimal limit) implements AnswerToCredit {}

    record Refunded(UUID transfer, BigDecimal amount) implements Movement {}
}
