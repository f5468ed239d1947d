package dev.annals.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FeedPositionTest {

    private static final FeedScope SCOPE = scope("cluster/topic", 6);

    @Test
    void anIdIsThePositionThatItWasMadeOf() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            Map<TopicPartition, Long> next = new HashMap<>();
            SCOPE.partitions()
                    .forEach(partition -> next.put(partition, random.nextLong() >>> (1 + random.nextInt(63))));

            String id = new FeedPosition(SCOPE, next).id();

            assertThat(id).matches("[-_A-Za-z0-9]+");
            assertThat(FeedPosition.parse(SCOPE, id).next()).isEqualTo(next);
        }
    }

    @Test
    void anIdOfAnotherTopicOrOfOtherPartitionsIsNone() {
        String id = new FeedPosition(SCOPE, Map.of()).id();

        assertInvalid(scope("cluster/again", 6), id, "another feed");
        assertInvalid(scope("cluster/topic", 5), id, "another feed");
        assertInvalid(scope("cluster/topic", 7), id, "another feed");
    }

    @Test
    void whatIsNoIdIsRefused() {
        String id = new FeedPosition(SCOPE, Map.of()).id();
        byte[] bytes = Base64.getUrlDecoder().decode(id);
        byte[] padded = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        bytes[bytes.length - 1] = (byte) 0x80;

        for (String wrong : List.of("", "x", "#", id + "=", id.substring(1), id.substring(0, id.length() - 2))) {
            assertInvalid(SCOPE, wrong, "");
        }
        assertInvalid(SCOPE, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "not the id");
        assertInvalid(SCOPE, Base64.getUrlEncoder().withoutPadding().encodeToString(padded), "not the id");
    }

    @Test
    void anIdThatIsTooLongForANumberIsRefused() {
        FeedScope one = scope("cluster/topic", 1);
        byte[] bytes = Base64.getUrlDecoder().decode(new FeedPosition(one, Map.of()).id());
        byte[] longer = java.util.Arrays.copyOf(bytes, 8 + 12);
        java.util.Arrays.fill(longer, 8, 19, (byte) 0xFF);

        assertInvalid(one, Base64.getUrlEncoder().withoutPadding().encodeToString(longer), "not the id");
    }

    private static void assertInvalid(FeedScope scope, String id, String why) {
        assertThatThrownBy(() -> FeedPosition.parse(scope, id))
                .isInstanceOf(InvalidPositionException.class)
                .hasMessageContaining(why);
    }

    private static FeedScope scope(String identity, int partitions) {
        return new FeedScope(
                identity,
                IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition("events", partition))
                        .toList());
    }
}
