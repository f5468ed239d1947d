package bank.transfers;

import bank.AccountsAggregate;
import bank.Movement;
import dev.annals.EventContext;
import dev.annals.extension.ExtensionName;
import dev.annals.reaction.Answered;
import dev.annals.reaction.Commands;
import dev.annals.reaction.ReactionDefinition;
import dev.annals.reaction.ReactionNodes;
import dev.annals.streams.TopicSerdes;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The reaction {@code bank.transferSteps}: passes events to {@link TransferSteps}, and sends the commands that it gives.
 */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class TransferStepsReaction implements ReactionDefinition {

    private static final ExtensionName NAME = new ExtensionName("bank", "transferSteps");

    private static final TransfersAggregate TRANSFERS = new TransfersAggregate();

    private static final AccountsAggregate ACCOUNTS = new AccountsAggregate();

    @Override
    public ExtensionName name() {
        return NAME;
    }

    @Override
    public boolean fromNow() {
        return true;
    }

    @Override
    public void build(StreamsBuilder builder, TopicSerdes serdes) {
        ReactionNodes nodes = new ReactionNodes(NAME, serdes);
        KStream<byte[], byte[]> transfers = builder.stream("bank.transfers.events",
                serdes.eventsOf(TRANSFERS).withName("transfers-events"))
                .process(nodes.answer("transfers", TransferStepsReaction::onTransfers), Named.as("transfers"));
        transfers.to("bank.accounts.commands", nodes.commandsOf(ACCOUNTS, "transfers"));
        KStream<byte[], byte[]> accounts = builder.stream("bank.accounts.events",
                serdes.eventsOf(ACCOUNTS).withName("accounts-events"))
                .process(nodes.answer("accounts", TransferStepsReaction::onAccounts), Named.as("accounts"));
        accounts.to("bank.transfers.commands", nodes.commandsOf(TRANSFERS, "accounts"));
    }

    @Override
    public List<Answered<?, ?>> answers() {
        return List.of(new Answered<>(TRANSFERS, TransferStepsReaction::onTransfers),
                new Answered<>(ACCOUNTS, TransferStepsReaction::onAccounts));
    }

    /** The commands that an event leads to. */
    private static Commands<?> onTransfers(TransferEvent event, EventContext<UUID> context) {
        if (event instanceof TransferEvent.TransferDebited transferDebited) {
            return Commands.one(ACCOUNTS, TransferSteps.on(transferDebited, context));
        }
        if (event instanceof TransferEvent.RefundRequested refundRequested) {
            return Commands.one(ACCOUNTS, TransferSteps.on(refundRequested, context));
        }
        if (event instanceof TransferEvent.TransferRequested transferRequested) {
            return Commands.one(ACCOUNTS, TransferSteps.on(transferRequested, context));
        }
        return Commands.none();
    }

    /** The commands that an event leads to. */
    private static Commands<?> onAccounts(Movement event, EventContext<String> context) {
        if (event instanceof Movement.Debited debited) {
            return Commands.one(TRANSFERS, TransferSteps.on(debited));
        }
        if (event instanceof Movement.DebitRefused debitRefused) {
            return Commands.one(TRANSFERS, TransferSteps.on(debitRefused));
        }
        if (event instanceof Movement.Credited credited) {
            return Commands.one(TRANSFERS, TransferSteps.on(credited));
        }
        if (event instanceof Movement.CreditRefused creditRefused) {
            return Commands.one(TRANSFERS, TransferSteps.on(creditRefused));
        }
        if (event instanceof Movement.Refunded refunded) {
            return Commands.one(TRANSFERS, TransferSteps.on(refunded));
        }
        return Commands.none();
    }
}
