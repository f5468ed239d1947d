package bank.transfers;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.Deadlines;
import dev.annals.aggregate.Existence;
import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageCodec;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The aggregate {@code bank.transfers}: which method of {@link Transfer} takes which command and which event. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class TransfersAggregate implements Aggregate<UUID, TransferCommand, TransferEvent, Transfer> {

    private static final AggregateName NAME = new AggregateName("bank", "transfers");

    private static final KeyCodec<UUID> KEYS = KeyCodec.UUID;

    private static final MessageCodec<TransferCommand> COMMANDS = new TransfersCommandCodec();

    private static final MessageCodec<TransferEvent> EVENTS = new TransfersEventCodec();

    private static final MessageCodec<Transfer> SNAPSHOTS = new TransfersSnapshotCodec();

    @Override
    public AggregateName name() {
        return NAME;
    }

    @Override
    public KeyCodec<UUID> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<TransferCommand> commands() {
        return COMMANDS;
    }

    @Override
    public MessageCodec<TransferEvent> events() {
        return EVENTS;
    }

    @Override
    public MessageCodec<Transfer> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public List<String> deadlineNames() {
        return List.of("expiry");
    }

    @Override
    public Deadlines<TransferCommand> deadlines(UUID key, Transfer state) {
        return new Deadlines<TransferCommand>()
                        .with("expiry", state.expiry(key));
    }

    @Override
    public UUID keyOf(TransferCommand command) {
        return command.id();
    }

    @Override
    public Decision<TransferEvent> decide(@Nullable Transfer state, TransferCommand command, CommandContext context) {
        if (command instanceof TransferCommand.ConfirmDebit confirmDebit) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(confirmDebit));
        }
        if (command instanceof TransferCommand.RefuseDebit refuseDebit) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(refuseDebit));
        }
        if (command instanceof TransferCommand.ConfirmCredit confirmCredit) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(confirmCredit));
        }
        if (command instanceof TransferCommand.RefuseCredit refuseCredit) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(refuseCredit));
        }
        if (command instanceof TransferCommand.ConfirmRefund confirmRefund) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(confirmRefund));
        }
        if (command instanceof TransferCommand.ExpireTransfer expireTransfer) {
            if (state == null) {
                return Existence.notFound(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(state.decide(expireTransfer));
        }
        if (command instanceof TransferCommand.RequestTransfer requestTransfer) {
            if (state != null) {
                return Existence.alreadyExists(KEYS.toText(keyOf(command)));
            }
            return Decision.accept(Transfer.decide(requestTransfer, context));
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public @Nullable Transfer evolve(@Nullable Transfer state, TransferEvent event) {
        if (event instanceof TransferEvent.TransferDebited transferDebited) {
            return Existence.require(state, event).evolve(transferDebited);
        }
        if (event instanceof TransferEvent.RefundRequested refundRequested) {
            return Existence.require(state, event).evolve(refundRequested);
        }
        if (event instanceof TransferEvent.TransferRequested transferRequested) {
            Existence.requireNone(state, event);
            return Transfer.evolve(transferRequested);
        }
        if (event instanceof TransferEvent.TransferCompleted transferCompleted) {
            return Existence.require(state, event).evolve(transferCompleted);
        }
        if (event instanceof TransferEvent.TransferRejected transferRejected) {
            return Existence.require(state, event).evolve(transferRejected);
        }
        if (event instanceof TransferEvent.TransferExpired transferExpired) {
            return Existence.require(state, event).evolve(transferExpired);
        }
        if (event instanceof TransferEvent.TransferRefunded transferRefunded) {
            return Existence.require(state, event).evolve(transferRefunded);
        }
        throw new IllegalArgumentException("Not an event that changes state of " + NAME + ": " + event);
    }

    @Override
    public boolean isFailure(TransferEvent event) {
        return false;
    }
}
