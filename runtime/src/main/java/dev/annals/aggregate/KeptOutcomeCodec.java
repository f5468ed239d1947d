package dev.annals.aggregate;

import dev.annals.Decision;
import dev.annals.serde.MessageSerde;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The values of the store of outcomes: a byte for the version of this format, the time (both of which every version begins with),
 * the subject, the condition's two texts, the command's message, and the outcome, whose events are messages as they are in the events topic. Numbers are big endian; what has a length is
 * preceded by it in 4 bytes, which are -1 where there is nothing.
 */
final class KeptOutcomeCodec<E> {

    private static final int FORMAT = 1;

    private static final int RECORDED = 0;
    private static final int REJECTED = 1;
    private static final int CONDITION_FAILED = 2;
    private static final int FAILED = 3;

    private final MessageSerde<E> events;

    KeptOutcomeCodec(MessageSerde<E> events) {
        this.events = events;
    }

    /**
     * What is stored.
     *
     * @param records the outcome's events
     */
    byte[] write(KeptOutcome<E> kept, List<Record<byte[], byte[]>> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(kept.decidedAt());
            writeBytes(out, kept.subject());
            writeOptionalText(out, kept.condition().ifMatch());
            writeOptionalText(out, kept.condition().ifNoneMatch());
            writeBytes(out, kept.command());
            writeOutcome(out, kept.outcome(), records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    KeptOutcome<E> read(String messageId, byte[] value) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IllegalStateException("The outcome of " + messageId + " is kept in format " + format
                        + ", which this version cannot read");
            }
            long decidedAt = in.readLong();
            byte[] subject = readBytes(in);
            Condition condition = Condition.of(readOptionalText(in), readOptionalText(in));
            byte[] command = requireBytes(in);
            return new KeptOutcome<>(decidedAt, subject, condition, command, readOutcome(in, messageId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the command of a stored value was decided, whatever version has stored it. */
    static long decidedAt(byte[] value) {
        return ByteBuffer.wrap(value).getLong(1);
    }

    private static <E> void writeOutcome(DataOutputStream out, Outcome<E> outcome, List<Record<byte[], byte[]>> records)
            throws IOException {
        if (outcome instanceof Outcome.Recorded<E> recorded) {
            out.writeByte(RECORDED);
            out.writeLong(recorded.version());
            out.writeBoolean(recorded.refused());
            out.writeInt(records.size());
            for (Record<byte[], byte[]> record : records) {
                writeBytes(out, record.value());
            }
        } else if (outcome instanceof Outcome.Rejected<E> rejected) {
            out.writeByte(REJECTED);
            out.writeLong(rejected.version());
            writeText(out, rejected.reason().name());
            writeText(out, rejected.code());
            writeText(out, rejected.detail());
        } else if (outcome instanceof Outcome.ConditionFailed<E> failed) {
            out.writeByte(CONDITION_FAILED);
            out.writeLong(failed.version());
        } else if (outcome instanceof Outcome.Failed<E> failed) {
            out.writeByte(FAILED);
            writeText(out, failed.stage().name());
            writeText(out, failed.detail());
        }
    }

    private Outcome<E> readOutcome(DataInputStream in, String messageId) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case RECORDED -> readRecorded(in, messageId);
            case REJECTED -> {
                long version = in.readLong();
                Decision.Reason reason = Decision.Reason.valueOf(readText(in));
                yield new Outcome.Rejected<>(messageId, reason, readText(in), readText(in), version);
            }
            case CONDITION_FAILED -> new Outcome.ConditionFailed<>(messageId, in.readLong());
            case FAILED -> new Outcome.Failed<>(messageId, Outcome.Stage.valueOf(readText(in)), readText(in));
            default ->
                throw new IllegalStateException("The outcome of " + messageId + " is of an unknown kind " + kind);
        };
    }

    private Outcome<E> readRecorded(DataInputStream in, String messageId) throws IOException {
        long version = in.readLong();
        boolean refused = in.readBoolean();
        int count = in.readInt();
        List<E> recorded = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            recorded.add(events.read(requireBytes(in)));
        }
        return new Outcome.Recorded<>(messageId, recorded, refused, version);
    }

    private static void writeOptionalText(DataOutputStream out, @Nullable String text) throws IOException {
        writeBytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static @Nullable String readOptionalText(DataInputStream in) throws IOException {
        byte[] bytes = readBytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(requireBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] requireBytes(DataInputStream in) throws IOException {
        byte[] bytes = readBytes(in);
        if (bytes == null) {
            throw new IOException("A kept outcome lacks what it must have");
        }
        return bytes;
    }

    private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }
}
