package dev.annals.reliability.load;

import dev.annals.reliability.load.Command.Fate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Pays into accounts by writing to the commands topic: some payments without an id, which are known by their place, and some with
 * an id and twice. Used by one thread.
 */
public final class Payments implements Runnable {

    private static final long PAUSE_MS = 25;

    private final String bootstrapServers;
    private final History history;
    private final List<String> accounts;
    private final Random random;
    private final BooleanSupplier goOn;

    public Payments(
            String bootstrapServers, History history, List<String> accounts, Random random, BooleanSupplier goOn) {
        this.bootstrapServers = bootstrapServers;
        this.history = history;
        this.accounts = List.copyOf(accounts);
        this.random = random;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        try (CommandTopic commands = new CommandTopic(bootstrapServers)) {
            while (goOn.getAsBoolean()) {
                pay(commands, accounts.get(random.nextInt(accounts.size())));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            history.complain("The producer of payments failed: " + e);
        }
    }

    private void pay(CommandTopic commands, String account) {
        if (random.nextBoolean()) {
            commands.deposit(
                    account,
                    (metadata, error) -> note(error == null ? CommandTopic.place(metadata) : "", account, error));
        } else {
            String id = UUID.randomUUID().toString();
            commands.deposit(account, id, (metadata, error) -> {});
            commands.deposit(account, id, (metadata, error) -> note(id, account, error));
        }
    }

    private void note(String id, String account, @Nullable Exception error) {
        history.add(new Command(id, account, 1, error == null ? Fate.ACCEPTED : Fate.UNKNOWN));
    }
}
