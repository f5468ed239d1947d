package bank;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Movement.Deposited;
import bank.Movement.Withdrawn;
import bank.Operation.Deposit;
import bank.Operation.Withdraw;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two deposits and a withdrawal of both at once, for many accounts: a decision on a stale state would refuse it. */
final class BackToBack {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO_HUNDRED = BigDecimal.valueOf(200);

    static final List<Movement> EXPECTED =
            List.of(new Deposited(HUNDRED), new Deposited(HUNDRED), new Withdrawn(TWO_HUNDRED));

    private BackToBack() {}

    static List<String> accounts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "account-" + i).toList();
    }

    static List<Operation> commands(List<String> accounts) {
        List<Operation> commands = new ArrayList<>();
        for (String account : accounts) {
            commands.add(new Deposit(account, HUNDRED));
            commands.add(new Deposit(account, HUNDRED));
            commands.add(new Withdraw(account, TWO_HUNDRED));
        }
        return commands;
    }

    static void assertNothingRefused(
            AggregateTopics<String, Operation, Movement, Account> topics, List<String> accounts) {
        Map<String, List<Movement>> byAccount = topics.events().stream()
                .collect(Collectors.groupingBy(Message::key, Collectors.mapping(Message::value, Collectors.toList())));
        assertThat(byAccount)
                .containsOnlyKeys(accounts)
                .allSatisfy((account, events) -> assertThat(events).isEqualTo(EXPECTED));
        assertThat(topics.deadLetters()).isEmpty();
    }
}
