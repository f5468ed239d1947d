package dev.annals.benchmarks.serde;

import java.util.List;

/** The ways to encode that are measured. */
public enum Encoding {
    /** What Annals generates. */
    ANNALS("Annals") {
        @Override
        Contender contender(EventKind kind) {
            return new AnnalsContender();
        }
    },
    /** Avro's generated classes with a writer and an encoder that are used again and again, and no header. */
    SPECIFIC_DATUM("Avro SpecificRecord, datum writer") {
        @Override
        Contender contender(EventKind kind) {
            return new SpecificDatumContender(kind.specificSchema());
        }

        @Override
        List<Object> events(EventKind kind) {
            return kind.specificEvents();
        }
    },
    /** The same classes with Avro's own encoder of messages. */
    SPECIFIC_MESSAGE("Avro SpecificRecord, message encoder") {
        @Override
        Contender contender(EventKind kind) {
            return new SpecificMessageContender(kind.specificSchema());
        }

        @Override
        List<Object> events(EventKind kind) {
            return kind.specificEvents();
        }
    },
    /** Apache Fory, classes registered. */
    FORY("Apache Fory") {
        @Override
        Contender contender(EventKind kind) {
            return new ForyContender();
        }
    },
    /** JSON. */
    JACKSON("Jackson JSON") {
        @Override
        Contender contender(EventKind kind) {
            return new JacksonContender(kind.type());
        }
    };

    private final String label;

    Encoding(String label) {
        this.label = label;
    }

    abstract Contender contender(EventKind kind);

    /** The events in the form that this way takes. */
    List<Object> events(EventKind kind) {
        return kind.events();
    }

    /** What it is called in the table. */
    String label() {
        return label;
    }
}
