package dev.annals.http;

import dev.annals.aggregate.StoredEntity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;

/**
 * How entities go from one instance to another that gathers them: as they are stored, their number and the length of each key
 * and value before it in 4 bytes, big endian.
 */
final class StoredEntities {

    static final String CONTENT_TYPE = "application/vnd.annals.entities";

    private StoredEntities() {}

    static byte[] write(List<StoredEntity> entities) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(entities.size());
            for (StoredEntity entity : entities) {
                out.writeInt(entity.key().get().length);
                out.write(entity.key().get());
                out.writeInt(entity.value().length);
                out.write(entity.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<StoredEntity> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<StoredEntity> entities = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                Bytes key = Bytes.wrap(in.readNBytes(in.readInt()));
                entities.add(new StoredEntity(key, in.readNBytes(in.readInt())));
            }
            return entities;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
