package dev.annals.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Takes a consumer to where a feed begins. */
final class FeedOpening {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private FeedOpening() {}

    /**
     * The feed that is asked for.
     *
     * @param identity of its topic
     * @throws InvalidPositionException when it cannot go on from the id that is given
     */
    static <K> Feed<K> open(
            FeedRequest<K> request, String identity, Consumer<byte[], byte[]> consumer, Duration heartbeat) {
        FeedScope scope = new FeedScope(identity, partitions(request));
        consumer.assign(scope.partitions());
        FeedPosition position = position(request, scope, consumer);
        position.next().forEach(consumer::seek);
        return new Feed<>(request, consumer, position, heartbeat);
    }

    private static <K> List<TopicPartition> partitions(FeedRequest<K> request) {
        FeedSource<K> source = request.source();
        return request.key()
                .map(key -> List.of(new TopicPartition(source.topic(), source.partition(key))))
                .orElseGet(() -> IntStream.range(0, source.partitions())
                        .mapToObj(partition -> new TopicPartition(source.topic(), partition))
                        .toList());
    }

    private static FeedPosition position(FeedRequest<?> request, FeedScope scope, Consumer<byte[], byte[]> consumer) {
        if (request.lastId().isPresent()) {
            FeedPosition position = FeedPosition.parse(scope, request.lastId().get());
            requireThere(position, consumer);
            return position;
        }
        // Of a consumer of committed records, the end is where the first open transaction begins.
        return new FeedPosition(
                scope,
                request.fromStart()
                        ? consumer.beginningOffsets(scope.partitions(), PATIENCE)
                        : consumer.endOffsets(scope.partitions(), PATIENCE));
    }

    private static void requireThere(FeedPosition position, Consumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Long> next = position.next();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(next.keySet(), PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(next.keySet(), PATIENCE);
        next.forEach((partition, offset) -> {
            if (offset > ends.getOrDefault(partition, 0L)) {
                throw new InvalidPositionException("It is beyond the end of " + partition);
            }
            if (offset < beginnings.getOrDefault(partition, 0L)) {
                throw new InvalidPositionException("What comes next in " + partition + " has been deleted");
            }
        });
    }
}
