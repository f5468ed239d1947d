package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annals.aggregate.Counters.Count;
import dev.annals.ownership.Lease;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading over several partitions, each with its store and its view. */
class EntityReaderTest {

    private static final int PARTITIONS = 3;

    private final CommittedViews views = new CommittedViews();
    private final List<MapStore> stores = new ArrayList<>();
    private final List<CommittedView> open = new ArrayList<>();
    private final EntityReader<String, Count> reader = new EntityReader<>(
            Counters.NAME.toString(),
            Counters.NAME.store(),
            new Counters().keys(),
            Counters.SERDES.snapshots(),
            views,
            (name, partition) -> stores.get(partition),
            PARTITIONS);

    @BeforeEach
    void openPartitions() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            stores.add(new MapStore());
            open.add(views.open(partition, Lease.FOR_EVER));
        }
    }

    @Test
    void pageMergesAllPartitionsInTheOrderOfTheKeys() {
        List<String> keys = keys(50);
        keys.forEach(key -> put(key, 1));

        assertThat(page(null, 100)).extracting(Entity::key).containsExactlyElementsOf(keys);
        assertThat(stores).allMatch(store -> store.approximateNumEntries() > 0);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        List<String> keys = keys(50);
        keys.forEach(key -> put(key, 1));

        List<String> found = new ArrayList<>();
        List<Entity<String, Count>> page = page(null, 7);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(7);
            page.forEach(entity -> found.add(entity.key()));
            page = page(found.get(found.size() - 1), 7);
        }
        assertThat(found).isEqualTo(keys);
    }

    @Test
    void pageAfterAKeyThatIsNotThereStartsAtTheNext() {
        put("a", 1);
        put("c", 1);

        assertThat(page("b", 10)).extracting(Entity::key).containsExactly("c");
    }

    @Test
    void pageLeavesOutWhatIsDeletedOrNotCommitted() {
        put("a", 1);
        put("b", 1);
        store("b").put(MapStore.key("b"), EntityStateCodec.write(2, null));
        open.get(partition("c")).remember(MapStore.key("c"), null);
        put("c", 1);
        open.get(partition("d")).remember(MapStore.key("d"), state(4, 40));
        put("d", 5);

        assertThat(page(null, 10))
                .containsExactly(new Entity<>("a", 1, new Count(1, "")), new Entity<>("d", 4, new Count(40, "")));
    }

    @Test
    void oneReadsFromThePartitionThatKafkaGaveTheKey() {
        keys(50).forEach(key -> put(key, 7));

        for (String key : keys(50)) {
            assertThat(reader.one(key)).contains(new Entity<>(key, 1, new Count(7, "")));
        }
        assertThat(reader.one("not there")).isEmpty();
    }

    @Test
    void scansAreClosedHoweverThePageEnds() {
        keys(10).forEach(key -> put(key, 1));
        stores.get(1).put(MapStore.key("broken"), new byte[] {1});

        assertThat(page("k", 1)).hasSize(1);
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> page(null, 100));

        assertThat(stores).allMatch(store -> store.openScans() == 0);
    }

    @Test
    void closedStoreIsNotReady() {
        keys(10).forEach(key -> put(key, 1));
        stores.get(1).close();

        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> page(null, 100));
        assertThatExceptionOfType(NotReadyException.class)
                .isThrownBy(() -> keys(10).forEach(reader::one))
                .withMessage("The state of counting.counters is moving to another owner");
        assertThat(stores).allMatch(store -> store.openScans() == 0);
    }

    @Test
    void partitionThatLeavesWhileItIsReadIsNotReady() {
        put("a", 1);
        views.close(partition("a"), open.get(partition("a")));

        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> reader.one("a"));
        assertThat(reader.isReady(partition("a"))).isFalse();
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> page(null, 1));
    }

    @Test
    void keyThatCanBeNobodysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> reader.partition(""));
        assertThatIllegalArgumentException().isThrownBy(() -> reader.partition("\uD83D"));
    }

    private static List<String> keys(int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add("key-%03d".formatted(i));
        }
        return keys;
    }

    private void put(String key, long total) {
        store(key).put(MapStore.key(key), state(1, total));
    }

    private MapStore store(String key) {
        return stores.get(partition(key));
    }

    private static int partition(String key) {
        Bytes bytes = MapStore.key(key);
        return BuiltInPartitioner.partitionForKey(bytes.get(), PARTITIONS);
    }

    private static byte[] state(long version, long total) {
        return EntityStateCodec.write(version, Counters.SERDES.snapshots().write(new Count(total, "")));
    }

    private List<Entity<String, Count>> page(@Nullable String after, int limit) {
        List<Integer> all = IntStream.range(0, reader.partitions()).boxed().toList();
        return reader.page(all, after, limit).stream().map(reader::entity).toList();
    }
}
