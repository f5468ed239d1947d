package dev.annals.benchmarks.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Commands in, balances in a store, events and replies out. */
final class AccountTopology {

    private static final String STORE = "balances";
    private static final JsonMapper JSON = new JsonMapper();

    private AccountTopology() {}

    static Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String()));
        KStream<String, byte[]> events = builder.stream(
                        HandWrittenBank.COMMANDS, Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(Decider::new, Named.as("decide"), STORE);
        events.to(HandWrittenBank.EVENTS, Produced.with(Serdes.String(), Serdes.ByteArray()));
        events.to(HandWrittenBank.REPLIES, Produced.with(Serdes.String(), Serdes.ByteArray()));
        return builder.build();
    }

    private static final class Decider extends ContextualProcessor<String, byte[], String, byte[]> {

        private @Nullable KeyValueStore<String, String> balances;

        @Override
        public void init(ProcessorContext<String, byte[]> context) {
            super.init(context);
            balances = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, byte[]> record) {
            KeyValueStore<String, String> store = Optional.ofNullable(balances).orElseThrow(IllegalStateException::new);
            try {
                JsonNode command = JSON.readTree(record.value());
                BigDecimal amount = command.required("amount").decimalValue();
                BigDecimal balance = Optional.ofNullable(store.get(record.key()))
                        .map(BigDecimal::new)
                        .orElse(BigDecimal.ZERO);
                ObjectNode event =
                        JSON.createObjectNode().put("_type", "Deposited").put("amount", amount);
                store.put(record.key(), balance.add(amount).toString());
                context().forward(record.withValue(JSON.writeValueAsBytes(event)));
            } catch (IOException e) {
                throw new UncheckedIOException("Not JSON", e);
            }
        }
    }
}
