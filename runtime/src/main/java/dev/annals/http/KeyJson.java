package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.aggregate.KeyCodec;
import java.io.IOException;

/** The field {@code _key}: a number where keys are numbers, else a string. */
final class KeyJson {

    private KeyJson() {}

    static <K> void write(JsonGenerator out, KeyCodec<K> keys, K key) throws IOException {
        out.writeFieldName("_key");
        String text = keys.toText(key);
        if (keys.isNumber()) {
            out.writeNumber(text);
        } else {
            out.writeString(text);
        }
    }
}
