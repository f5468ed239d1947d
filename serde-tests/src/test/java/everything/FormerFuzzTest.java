package everything;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes behind the header of an earlier version, whose messages are read by a plan. */
class FormerFuzzTest {

    static Stream<byte[]> bodies() {
        return Seeds.messages(FormerHappenings::write)
                .filter(FormerFuzzTest::hasHeader)
                .map(message -> {
                    byte[] body = Arrays.copyOfRange(message, FormerHappenings.header(0).length - 1, message.length);
                    body[0] = (byte) FormerHappenings.place(message);
                    return body;
                });
    }

    private static boolean hasHeader(byte[] message) {
        return message.length >= FormerHappenings.header(0).length;
    }

    @MethodSource("bodies")
    @FuzzTest(maxDuration = "2m")
    void areAnEventOrRefused(byte[] bytes) {
        if (bytes != null && bytes.length > 0) {
            byte[] header = FormerHappenings.header(bytes[0] & 0xFF);
            byte[] message = Arrays.copyOf(header, header.length + bytes.length - 1);
            System.arraycopy(bytes, 1, message, header.length, bytes.length - 1);
            Decoding.check(FormerHappenings.SERDE, message);
        }
    }
}
