package everything;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.annals.schema.Framing;
import dev.annals.schema.MessageSchema;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes behind a header that is right: the fuzzer need not find the eight bytes of a fingerprint. */
class BodyFuzzTest {

    static Stream<byte[]> bodies() {
        return Seeds.bodies();
    }

    @MethodSource("bodies")
    @FuzzTest(maxDuration = "2m")
    void areAnEventOrRefused(byte[] bytes) {
        if (bytes != null && bytes.length > 0) {
            Decoding.check(Happenings.SERDE, message(bytes));
        }
    }

    private static byte[] message(byte[] bytes) {
        List<MessageSchema> schemas = Happenings.SERDE.schemas();
        long id = schemas.get((bytes[0] & 0xFF) % schemas.size()).fingerprint();
        byte[] header = Framing.SINGLE_OBJECT.header(id);
        byte[] message = new byte[header.length + bytes.length - 1];
        System.arraycopy(header, 0, message, 0, header.length);
        System.arraycopy(bytes, 1, message, header.length, bytes.length - 1);
        return message;
    }
}
