package everything;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a message in Confluent's framing. */
class ConfluentFuzzTest {

    static Stream<byte[]> messages() {
        return Seeds.messages(Happenings.CONFLUENT::write);
    }

    @MethodSource("messages")
    @FuzzTest(maxDuration = "1m")
    void areAnEventOrRefused(byte[] bytes) {
        Decoding.check(Happenings.CONFLUENT, bytes == null ? new byte[0] : bytes);
    }
}
