package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.extension.ExtensionName;
import dev.annals.subscription.OpenSubscription.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** When all has been handled that there was. */
class CatchUpTest {

    private static final ExtensionName NAME = new ExtensionName("shop", "mailer");
    private static final TopicPartition ONE = new TopicPartition("shop.orders.events", 1);
    private static final TopicPartition TWO = new TopicPartition("shop.orders.events", 2);

    private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(ONE, 5L, TWO, 7L));
    private final Map<TopicPartition, Long> handled = new HashMap<>(Map.of(ONE, 0L, TWO, -1L));
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Semaphore told = new Semaphore(0);
    private final CatchUp catchUp = catchUp(told::release);

    @Test
    void isWhenAllPartitionsAreWhereTheyEnded() throws Exception {
        catchUp.assigned(List.of(ONE, TWO));
        look();
        ends.put(ONE, 99L);
        handled.put(ONE, 5L);
        handled.put(TWO, 6L);
        look();
        assertThat(catchUp.isReached()).isFalse();

        handled.put(TWO, 7L);
        look();

        assertThat(catchUp.isReached()).isTrue();
        assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void isNotWhenAPartitionLeaves() {
        catchUp.assigned(List.of(ONE));
        look();
        catchUp.left(List.of(ONE));
        look();
        assertThat(catchUp.isReached()).isFalse();

        catchUp.assigned(List.of(TWO));
        handled.put(TWO, 7L);
        look();

        assertThat(catchUp.isReached()).isTrue();
    }

    @Test
    void isNotWithoutAPartition() {
        look();

        assertThat(catchUp.isReached()).isFalse();
    }

    @Test
    void isToldOnce() throws Exception {
        catchUp.assigned(List.of(ONE));
        handled.put(ONE, 5L);
        look();
        assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).isTrue();

        catchUp.assigned(List.of(TWO));
        look();
        handled.put(TWO, 7L);
        look();

        assertThat(catchUp.isReached()).isTrue();
        assertThat(told.availablePermits()).isZero();
    }

    @Test
    void whatCannotBeGoneOnAfterEndsTheService() {
        CatchUp fatal = catchUp(() -> {
            throw new InternalError("broken");
        });
        fatal.assigned(List.of(ONE));

        fatal.look(partition -> 5L);

        assertThatThrownBy(() -> failure.get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(InternalError.class);
    }

    private void look() {
        catchUp.look(partition -> handled.getOrDefault(partition, -1L));
    }

    private CatchUp catchUp(Step step) {
        return new CatchUp(
                NAME, new PartitionEnds((asked, timeout) -> Map.of(), (asked, timeout) -> of(asked)), step, failure);
    }

    private Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, ends::get));
    }
}
