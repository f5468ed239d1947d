package dev.annals.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topics of several topologies, which read what others of them write. */
final class DriverTopics implements Topics, AutoCloseable {

    private final Map<String, TopologyTestDriver> drivers = new LinkedHashMap<>();
    private final Map<String, List<String>> readers = new LinkedHashMap<>();

    /** How far the clock is before that of the machine. */
    private Duration advanced = Duration.ZERO;

    /** Each driver gives out each record once; all are kept here. */
    private final Map<String, List<TestRecord<byte[], byte[]>>> records = new HashMap<>();

    /**
     * Adds a topology.
     *
     * @param application its name
     * @param sources the topics that it reads of others
     */
    void add(String application, TopologyTestDriver driver, Collection<String> sources) {
        drivers.put(application, driver);
        sources.forEach(topic ->
                readers.computeIfAbsent(topic, none -> new ArrayList<>()).add(application));
    }

    TopologyTestDriver driver(String application) {
        return Objects.requireNonNull(drivers.get(application), application);
    }

    @Override
    public void write(String topic, List<RawMessage> messages) {
        List<String> applications = readers.getOrDefault(topic, List.of(topic.substring(0, topic.indexOf('.'))));
        for (RawMessage message : messages) {
            TestRecord<byte[], byte[]> record =
                    new TestRecord<>(message.key(), message.value(), message.kafkaHeaders());
            applications.forEach(application -> pipe(application, topic, record));
            pass();
        }
    }

    @Override
    public List<RawMessage> read(String topic) {
        pass();
        return records.getOrDefault(topic, List.of()).stream()
                .map(record -> RawMessage.of(record.key(), record.value(), record.headers()))
                .toList();
    }

    /** Lets time go by. */
    void advance(Duration time) {
        advanced = advanced.plus(time);
        drivers.values().forEach(driver -> driver.advanceWallClockTime(time));
        pass();
    }

    @Override
    public void close() {
        drivers.values().forEach(TopologyTestDriver::close);
    }

    /** Passes what was written to those who read it, and what they write then, until nothing is left. */
    private void pass() {
        boolean any = true;
        while (any) {
            any = false;
            for (TopologyTestDriver driver : List.copyOf(drivers.values())) {
                for (String topic : written(driver)) {
                    any |= pass(driver, topic);
                }
            }
        }
    }

    private boolean pass(TopologyTestDriver driver, String topic) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        List<TestRecord<byte[], byte[]>> found =
                driver.createOutputTopic(topic, bytes, bytes).readRecordsToList();
        for (TestRecord<byte[], byte[]> record : found) {
            records.computeIfAbsent(topic, none -> new ArrayList<>()).add(record);
            // What a driver writes and reads itself it has read already.
            readers.getOrDefault(topic, List.of()).stream()
                    .filter(application -> driver(application) != driver)
                    .forEach(application -> pipe(application, topic, record));
        }
        return !found.isEmpty();
    }

    private static Set<String> written(TopologyTestDriver driver) {
        return new TreeSet<>(driver.producedTopicNames());
    }

    private void pipe(String application, String topic, TestRecord<byte[], byte[]> record) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        TestInputTopic<byte[], byte[]> input = driver(application)
                .createInputTopic(topic, bytes, bytes, Instant.now().plus(advanced), Duration.ZERO);
        input.pipeInput(record);
    }
}
