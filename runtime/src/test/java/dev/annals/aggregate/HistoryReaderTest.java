package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.aggregate.Counters.Action;
import dev.annals.aggregate.Counters.Count;
import dev.annals.aggregate.Counters.Event;
import dev.annals.ownership.Lease;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;

/** Reading events by key from one partition. */
class HistoryReaderTest {

    private final MapStore states = new MapStore();
    private final MapStore history = new MapStore();
    private final CommittedViews views = new CommittedViews();
    private final CommittedView view = views.open(0, Lease.FOR_EVER);
    private final LocalStores stores =
            (name, partition) -> name.equals(Counters.NAME.historyStore()) ? history : states;
    private final HistoryReader<String, Event, Count> reader = new HistoryReader<>(
            new Counters(),
            Counters.SERDES.events(),
            new EntityReader<>(
                    Counters.NAME.toString(),
                    Counters.NAME.store(),
                    new Counters().keys(),
                    Counters.SERDES.snapshots(),
                    views,
                    stores,
                    1),
            stores);

    @Test
    void pagesAreInOrderAndEndWhereTheyAreToldTo() {
        put("a", 12);

        assertThat(versions(reader.page("a", 0, 12, 5))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(versions(reader.page("a", 9, 12, 5))).containsExactly(10L, 11L, 12L);
        assertThat(versions(reader.page("a", 9, 11, 5))).containsExactly(10L, 11L);
        assertThat(reader.page("a", 12, 12, 5)).isEmpty();
        assertThat(reader.page("a", 50, 12, 5)).isEmpty();
        assertThat(history.openScans()).isZero();
    }

    @Test
    void anEventSaysItsIdTimeAndCause() {
        put("a", 1);

        assertThat(reader.page("a", 0, 1, 1))
                .containsExactly(
                        new PastEvent<>(1, "id-1", "2026-01-01T00:00:00Z", "command-1", new Event(Action.ADD, 1, "")));
    }

    @Test
    void keysThatBeginWithOthersAreApart() {
        List<String> keys = List.of(
                "a",
                "a\0",
                "a\0\0\0\0\0\0\0\0",
                "a\0\0\0\0\0\0\0\u0001",
                "aa",
                "b",
                "\0\0\0\u0001a",
                "a\0\0\0\u0001\0\0\0\0\0\0\0\u0002");
        keys.forEach(key -> put(key, 3));

        for (String key : keys) {
            assertThat(versions(reader.page(key, 0, 3, 10))).containsExactly(1L, 2L, 3L);
            assertThat(reader.asOf(key, 3, 3)).contains(new Entity<>(key, 3, new Count(3, "")));
        }
    }

    @Test
    void theLastVersionIsTheLastThatIsCommitted() {
        put("a", 2);
        view.remember(MapStore.key("a"), states.get(MapStore.key("a")));
        put("a", 3);

        assertThat(reader.lastVersion("a")).isEqualTo(2);
        assertThat(reader.lastVersion("none")).isZero();
        view.forgetAll();
        assertThat(reader.lastVersion("a")).isEqualTo(3);
        states.put(MapStore.key("a"), EntityStateCodec.write(4, null));
        assertThat(reader.lastVersion("a")).isEqualTo(4);
    }

    @Test
    void whatWasRecordedWithoutHistoryIsSaidToBeMissing() {
        for (long version = 4; version <= 6; version++) {
            add("a", version, Action.ADD);
        }

        assertIncomplete(() -> reader.page("a", 0, 6, 10), 1, 4);
        assertIncomplete(() -> reader.page("a", 2, 6, 10), 3, 4);
        assertThat(versions(reader.page("a", 3, 6, 10))).containsExactly(4L, 5L, 6L);
        assertIncomplete(() -> reader.asOf("a", 5, 6), 1, 4);
        assertIncomplete(() -> reader.page("b", 0, 6, 10), 1, 7);
        assertThat(history.openScans()).isZero();
    }

    @Test
    void aGapAmongTheEventsIsFound() {
        add("a", 1, Action.ADD);
        add("a", 2, Action.ADD);
        add("a", 5, Action.ADD);

        assertThat(versions(reader.page("a", 0, 5, 2))).containsExactly(1L, 2L);
        assertIncomplete(() -> reader.page("a", 0, 5, 3), 3, 5);
        assertIncomplete(() -> reader.asOf("a", 5, 5), 3, 5);
    }

    @Test
    void anEntityIsWhatItsEventsHaveMadeOfItByThen() {
        add("a", 1, Action.ADD);
        add("a", 2, Action.REMOVE);
        add("a", 3, Action.ADD);

        assertThat(reader.asOf("a", 1, 3)).contains(new Entity<>("a", 1, new Count(1, "")));
        assertThat(reader.asOf("a", 2, 3)).isEmpty();
        assertThat(reader.asOf("a", 3, 3)).contains(new Entity<>("a", 3, new Count(1, "")));
    }

    @Test
    void anEventThatCannotBeReadIsNamed() {
        add("a", 1, Action.ADD);
        KeyValue<Bytes, byte[]> broken = HistoryCodec.entry(
                        bytes("a"), headers(2), new byte[] {(byte) 0xC3, 1, 0, 0, 0, 0, 0, 0, 0, 0})
                .orElseThrow();
        history.put(broken.key, broken.value);

        assertThat(versions(reader.page("a", 0, 2, 1))).containsExactly(1L);
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> reader.page("a", 0, 2, 2))
                .satisfies(e -> assertThat(e.version()).isEqualTo(2));
        assertThat(history.openScans()).isZero();
    }

    @Test
    void whatIsNoLongerHereIsNotSaidToBeMissing() {
        put("a", 1);
        views.close(0, view);

        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> reader.lastVersion("a"));
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> reader.page("a", 0, 2, 10));
        history.close();
        assertThatExceptionOfType(NotReadyException.class).isThrownBy(() -> reader.page("a", 0, 1, 10));
    }

    @Test
    void failuresAreNoHistory() {
        assertThat(HistoryCodec.entry(bytes("a"), new RecordHeaders(), new byte[0]))
                .isEmpty();
    }

    private static void assertIncomplete(Runnable read, long missing, long keptFrom) {
        assertThatExceptionOfType(IncompleteHistoryException.class)
                .isThrownBy(read::run)
                .satisfies(e -> assertThat(List.of(e.missing(), e.keptFrom())).containsExactly(missing, keptFrom));
    }

    /** An entity with this many events. */
    private void put(String key, long versions) {
        for (long version = 1; version <= versions; version++) {
            add(key, version, Action.ADD);
        }
        states.put(
                MapStore.key(key),
                EntityStateCodec.write(versions, Counters.SERDES.snapshots().write(new Count(versions, ""))));
    }

    private void add(String key, long version, Action action) {
        byte[] message = Counters.SERDES.events().write(new Event(action, 1, ""));
        KeyValue<Bytes, byte[]> entry =
                HistoryCodec.entry(bytes(key), headers(version), message).orElseThrow();
        history.put(entry.key, entry.value);
    }

    private static Headers headers(long version) {
        return new RecordHeaders()
                .add(MessageHeaders.ID, bytes("id-" + version))
                .add(MessageHeaders.TIME, bytes("2026-01-01T00:00:00Z"))
                .add(MessageHeaders.CAUSATION_ID, bytes("command-" + version))
                .add(MessageHeaders.SEQUENCE, bytes(Long.toString(version)));
    }

    private static List<Long> versions(List<PastEvent<Event>> page) {
        return page.stream().map(PastEvent::version).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
