package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.ownership.Lease;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A read gets the last committed value, whatever the open transaction has written. */
class CommittedViewTest {

    private static final Bytes KEY = MapStore.key("a");

    private final MapStore store = new MapStore();
    private final CommittedView view = new CommittedView(Lease.FOR_EVER);

    @Test
    void valueBeforeTheTransactionIsReadUntilItsCommit() {
        store.put(KEY, number(1));
        write(2);
        write(3);
        assertThat(view.get(store::get, KEY)).isEqualTo(number(1));
        assertThat(view.visible(store::get, KEY, number(3), view.commits())).isEqualTo(number(1));

        view.forgetAll();
        assertThat(view.get(store::get, KEY)).isEqualTo(number(3));
        assertThat(view.visible(store::get, KEY, number(3), view.commits())).isEqualTo(number(3));
    }

    @Test
    void valueBetweenTwoWritesOfATransactionIsNotReadAfterItsCommit() {
        long before = view.commits();
        write(1);
        byte[] found = number(1);
        write(2);
        view.forgetAll();

        assertThat(view.visible(store::get, KEY, found, before)).isEqualTo(number(2));
    }

    @Test
    void whatTheTransactionCreatedIsNotThere() {
        write(1);
        assertThat(view.get(store::get, KEY)).isNull();
        assertThat(view.visible(store::get, KEY, number(1), view.commits())).isNull();
        assertThat(view.get(store::get, MapStore.key("b"))).isNull();

        view.forgetAll();
        assertThat(view.get(store::get, KEY)).isEqualTo(number(1));
    }

    @Test
    void emptyValueIsAValue() {
        store.put(KEY, new byte[0]);
        write(1);

        assertThat(view.get(store::get, KEY)).isEmpty();
    }

    @Test
    void closedViewShowsNothing() {
        store.put(KEY, number(1));
        view.requireOpen();

        view.close();

        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> view.get(store::get, KEY));
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(view::requireOpen);
    }

    @Test
    void viewsBelongToPartitions() {
        CommittedViews views = new CommittedViews();
        CommittedView first = views.open(1, Lease.FOR_EVER);
        assertThat(views.of(1)).isSameAs(first);
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> views.of(2));

        CommittedView revived = views.open(1, Lease.FOR_EVER);
        views.close(1, first);
        assertThat(views.of(1)).isSameAs(revived);

        views.close(1, revived);
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> views.of(1));
    }

    /** One writer, as the stream thread: each transaction writes the key twice, and only its last value is committed. */
    @Test
    @Timeout(60)
    void readersNeverSeeAnUncommittedValueNorMissACommittedOne() throws Exception {
        AtomicLong committed = new AtomicLong();
        AtomicLong announced = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        List<Future<Long>> reads = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                reads.add(readers.submit(() -> readUntil(done, announced, committed)));
            }
            for (long transaction = 1; transaction <= 200_000; transaction++) {
                write(-transaction);
                write(transaction);
                committed.set(transaction);
                view.forgetAll();
                announced.set(transaction);
            }
        } finally {
            done.set(true);
            readers.shutdown();
        }
        for (Future<Long> read : reads) {
            assertThat(read.get(30, TimeUnit.SECONDS)).isPositive();
        }
    }

    private long readUntil(AtomicBoolean done, AtomicLong announced, AtomicLong committed) {
        long reads = 0;
        while (!done.get() || reads == 0) {
            long atLeast = announced.get();
            long found = number(view.get(store::get, KEY));
            long atMost = committed.get();
            if (found < atLeast || found > atMost) {
                throw new AssertionError("Read %d, where %d to %d was committed".formatted(found, atLeast, atMost));
            }
            reads++;
        }
        return reads;
    }

    private void write(long value) {
        view.remember(KEY, store.get(KEY));
        store.put(KEY, number(value));
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static long number(byte @Nullable [] value) {
        return value == null ? 0 : ByteBuffer.wrap(value).getLong();
    }
}
