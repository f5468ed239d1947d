package dev.annals.reliability.load;

import dev.annals.reliability.cluster.Settled;
import dev.annals.reliability.load.Command.Fate;

/** Accounts that are opened and left alone, so that an instance that takes over has something to restore. */
public final class Ballast {

    private Ballast() {}

    /** Opens so many, and returns when that is decided. */
    public static void open(String bootstrapServers, int accounts, History history) throws Exception {
        try (CommandTopic commands = new CommandTopic(bootstrapServers)) {
            for (int i = 0; i < accounts; i++) {
                String account = "ballast-" + i;
                commands.deposit(
                        account,
                        (metadata, error) -> history.add(
                                error == null
                                        ? new Command(CommandTopic.place(metadata), account, 1, Fate.ACCEPTED)
                                        : new Command("", account, 1, Fate.UNKNOWN)));
            }
        }
        Settled.await(bootstrapServers);
    }
}
