package everything;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes as a message in Avro's single-object encoding. */
class MessageFuzzTest {

    static Stream<byte[]> messages() {
        return Seeds.messages(Happenings.SERDE::write);
    }

    @MethodSource("messages")
    @FuzzTest(maxDuration = "2m")
    void areAnEventOrRefused(byte[] bytes) {
        Decoding.check(Happenings.SERDE, bytes == null ? new byte[0] : bytes);
    }
}
