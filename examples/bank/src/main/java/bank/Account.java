package bank;

import bank.Movement.AnswerToCredit;
import bank.Movement.AnswerToDebit;
import bank.Movement.CreditRefused;
import bank.Movement.Credited;
import bank.Movement.DebitRefused;
import bank.Movement.Debited;
import bank.Movement.Deposited;
import bank.Movement.InsufficientFunds;
import bank.Movement.Refunded;
import bank.Movement.Withdrawn;
import bank.Operation.Credit;
import bank.Operation.Debit;
import bank.Operation.Deposit;
import bank.Operation.Refund;
import bank.Operation.Withdraw;
import dev.annals.EventSourced;
import java.math.BigDecimal;

/** An account: its state, what it decides, and how it changes. */
@EventSourced(service = "bank", name = "accounts", commands = Operation.class, events = Movement.class)
public record Account(BigDecimal balance) {

    /** What no transfer may bring a balance above. */
    static final BigDecimal LIMIT = new BigDecimal(1_000_000_000);

    static Account initial() {
        return new Account(BigDecimal.ZERO);
    }

    Deposited decide(Deposit deposit) {
        return new Deposited(deposit.amount());
    }

    Movement decide(Withdraw withdraw) {
        return covers(withdraw.amount())
                ? new Withdrawn(withdraw.amount())
                : new InsufficientFunds(withdraw.amount(), balance);
    }

    AnswerToDebit decide(Debit debit) {
        return covers(debit.amount())
                ? new Debited(debit.transfer(), debit.amount())
                : new DebitRefused(debit.transfer(), debit.amount(), balance);
    }

    AnswerToCredit decide(Credit credit) {
        return balance.add(credit.amount()).compareTo(LIMIT) <= 0
                ? new Credited(credit.transfer(), credit.amount())
                : new CreditRefused(credit.transfer(), credit.amount(), LIMIT);
    }

    Refunded decide(Refund refund) {
        return new Refunded(refund.transfer(), refund.amount());
    }

    Account evolve(Deposited deposited) {
        return new Account(balance.add(deposited.amount()));
    }

    Account evolve(Withdrawn withdrawn) {
        return new Account(balance.subtract(withdrawn.amount()));
    }

    Account evolve(Debited debited) {
        return new Account(balance.subtract(debited.amount()));
    }

    Account evolve(Credited credited) {
        return new Account(balance.add(credited.amount()));
    }

    Account evolve(Refunded refunded) {
        return new Account(balance.add(refunded.amount()));
    }

    private boolean covers(BigDecimal amount) {
        return balance.compareTo(amount) >= 0;
    }
}
