package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

final class CommittedViewTest {

    private static final Bytes KEY = Bytes.wrap(new byte[] {1});
    private static final byte[] OLD = {2};
    private static final byte[] NEW = {3};
    private static final byte[] NEWER = {4};

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("store").get();
    private final CommittedView view = new CommittedView();

    @Test
    void showsWhatIsStoredWhereNoTransactionHasTouchedIt() {
        assertThat(view.get(store, KEY)).isNull();

        store.put(KEY, OLD);

        assertThat(view.get(store, KEY)).isEqualTo(OLD);
        assertThat(view.visible(KEY, OLD)).isEqualTo(OLD);
    }

    @Test
    void showsTheValueBeforeTheTransactionUntilItHasCommitted() {
        store.put(KEY, OLD);

        write(NEW);
        write(NEWER);

        assertThat(view.get(store, KEY)).isEqualTo(OLD);
        assertThat(view.visible(KEY, NEWER)).isEqualTo(OLD);

        view.forgetAll();

        assertThat(view.get(store, KEY)).isEqualTo(NEWER);
        assertThat(view.visible(KEY, NEWER)).isEqualTo(NEWER);
    }

    @Test
    void hidesAnEntityUntilTheTransactionThatCreatesItHasCommitted() {
        write(NEW);
        write(NEWER);

        assertThat(view.get(store, KEY)).isNull();
        assertThat(view.visible(KEY, NEWER)).isNull();

        view.forgetAll();

        assertThat(view.get(store, KEY)).isEqualTo(NEWER);
    }

    @Test
    void showsNothingOfAPartitionThatLeaves() {
        store.put(KEY, OLD);

        view.close();

        assertThatThrownBy(() -> view.get(store, KEY)).isInstanceOf(NotReadyException.class);
        assertThatThrownBy(view::requireOpen).isInstanceOf(NotReadyException.class);
    }

    @Test
    void theNextOwnerOfAPartitionHasAViewOfItsOwn() {
        CommittedViews views = new CommittedViews();
        CommittedView first = views.open(0);
        CommittedView second = views.open(0);

        // A task that is revived is initialized before its predecessor is closed, or after.
        views.close(0, first);

        assertThat(views.of(0)).isSameAs(second);
        assertThatThrownBy(() -> views.of(1))
                .isInstanceOf(NotReadyException.class)
                .hasMessage("Partition 1 is not ready here");
    }

    private void write(byte[] value) {
        view.remember(KEY, store.get(KEY));
        store.put(KEY, value);
    }
}
