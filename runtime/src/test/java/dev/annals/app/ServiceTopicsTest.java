package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.aggregate.AggregateName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which topics are a service's, and which are of one whose name starts the same. */
class ServiceTopicsTest {

    private static final List<String> TOPICS = List.of(
            "bank.accounts.commands",
            "bank.accounts.events",
            "bank.events",
            "bank-accounts-changelog",
            "bank-accounts-outcomes-changelog",
            "bank-old-repartition",
            "bank-x.accounts.events",
            "bank-x-accounts-changelog",
            "bank-cards-store-changelog",
            "banking.accounts.events",
            "banking-accounts-changelog",
            "bank.accounts.else",
            "bank.a.b.events");

    private final ServiceTopics bank = new ServiceTopics("bank", TOPICS, List.of("bank", "bank-cards"));

    @Test
    void knowsAggregatesByTheirTopicsOfEvents() {
        assertThat(bank.aggregates())
                .containsExactlyInAnyOrder(new AggregateName("bank", "accounts"), new AggregateName("bank", ""));
    }

    @Test
    void takesNoInternalTopicsThatAnotherServiceOrGroupExplains() {
        assertThat(bank.internal())
                .containsExactly("bank-accounts-changelog", "bank-accounts-outcomes-changelog", "bank-old-repartition");
    }

    @Test
    void givesAllTopicsOfAnAggregate() {
        assertThat(bank.of(new AggregateName("bank", "accounts")))
                .containsExactly(
                        "bank-accounts-changelog",
                        "bank-accounts-outcomes-changelog",
                        "bank.accounts.commands",
                        "bank.accounts.events");
        assertThat(bank.of(new AggregateName("bank", "x-accounts"))).isEmpty();
    }
}
