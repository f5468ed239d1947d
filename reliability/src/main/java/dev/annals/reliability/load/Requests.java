package dev.annals.reliability.load;

import bank.transfers.TransferCommand.RequestTransfer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Asks for transfers by writing to their commands topic: such as can be carried out, and such as can not, because there is not so
 * much money, because the other account is full, or because whoever asks has no patience. Used by one thread.
 */
public final class Requests implements Runnable {

    private static final long PAUSE_MS = 200;
    private static final long TOO_MUCH = 1_000_000;

    private final String bootstrapServers;
    private final History history;
    private final List<String> accounts;
    private final String full;
    private final Random random;
    private final BooleanSupplier goOn;

    /**
     * A producer of requests.
     *
     * @param accounts that have some money
     * @param full an account that takes no more
     */
    public Requests(
            String bootstrapServers,
            History history,
            List<String> accounts,
            String full,
            Random random,
            BooleanSupplier goOn) {
        this.bootstrapServers = bootstrapServers;
        this.history = history;
        this.accounts = List.copyOf(accounts);
        this.full = full;
        this.random = random;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        try (CommandTopic commands = new CommandTopic(bootstrapServers)) {
            while (goOn.getAsBoolean()) {
                ask(commands);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            history.complain("The producer of transfers failed: " + e);
        }
    }

    private void ask(CommandTopic commands) {
        int from = random.nextInt(accounts.size());
        String other = accounts.get((from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size());
        String to = random.nextInt(4) == 0 ? full : other;
        long amount = random.nextInt(6) == 0 ? TOO_MUCH : 1 + random.nextInt(20);
        Optional<Duration> patience = random.nextInt(4) == 0 ? Optional.of(Duration.ofMillis(1)) : Optional.empty();
        Transfer transfer = new Transfer(UUID.randomUUID(), accounts.get(from), to, amount);
        RequestTransfer request =
                new RequestTransfer(transfer.id(), transfer.from(), to, BigDecimal.valueOf(amount), patience);
        commands.transfer(request, (metadata, error) -> {
            if (error == null) {
                history.add(transfer);
            }
        });
    }
}
