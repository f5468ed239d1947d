package bank;

import bank.Movement.*;
import bank.Operation.*;
import dev.annals.EventSourced;
import java.math.BigDecimal;

@EventSourced(service = "bank", name = "accounts", commands = Operation.class, events = Movement.class)
public record Account(BigDecimal balance) { // the state, and the rules
    static Account initial() { return new Account(BigDecimal.ZERO); }

    Movement decide(Deposit deposit) { return new Deposited(deposit.amount()); }
    Movement decide(Withdraw withdraw) {
        return balance.compareTo(withdraw.amount()) >= 0
                ? new Withdrawn(withdraw.amount())
                : new InsufficientFunds(withdraw.amount(), balance);
    }

    Account evolve(Deposited deposited) { return new Account(balance.add(deposited.amount())); }
    Account evolve(Withdrawn withdrawn) { return new Account(balance.subtract(withdrawn.amount())); }
}
