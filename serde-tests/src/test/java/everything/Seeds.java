package everything;

import dev.annals.schema.Framing;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/** Events that fuzzing starts from, and that the ordinary build runs with: of each type some, and some damaged ones. */
final class Seeds {

    private static final int OF_EACH_TYPE = 20;

    private Seeds() {}

    /** Whole messages. */
    static Stream<byte[]> messages(Function<Happening, byte[]> writer) {
        return Arrays.stream(Happening.class.getPermittedSubclasses())
                .flatMap(event -> Values.events(event).sampleStream().limit(OF_EACH_TYPE))
                .map(event -> writer.apply((Happening) event))
                .flatMap(Seeds::andDamaged);
    }

    /** Bodies behind one byte that says which schema they are of. */
    static Stream<byte[]> bodies() {
        int header = Framing.SINGLE_OBJECT.headerLength();
        return messages(Happenings.SERDE::write)
                .filter(bytes -> bytes.length >= header)
                .map(bytes -> {
                    byte[] body = Arrays.copyOfRange(bytes, header - 1, bytes.length);
                    body[0] = (byte) place(bytes);
                    return body;
                });
    }

    private static int place(byte[] message) {
        long id = Framing.SINGLE_OBJECT.id(message);
        for (int i = 0; i < Happenings.SERDE.schemas().size(); i++) {
            if (Happenings.SERDE.schemas().get(i).fingerprint() == id) {
                return i;
            }
        }
        return 0;
    }

    private static Stream<byte[]> andDamaged(byte[] bytes) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
        byte[] huge = bytes.clone();
        Arrays.fill(huge, Math.max(bytes.length / 2, Math.min(bytes.length, 10)), bytes.length, (byte) 0xFF);
        return Stream.of(bytes, longer, shorter, huge);
    }
}
