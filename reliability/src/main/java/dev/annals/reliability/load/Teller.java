package dev.annals.reliability.load;

import dev.annals.reliability.load.Command.Fate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Moves money between accounts, one command after another, and looks at what it was told. Used by one thread. */
public final class Teller implements Runnable {

    private final Caller caller;
    private final Reader reader;
    private final History history;
    private final List<String> accounts;
    private final Random random;
    private final boolean transfers;
    private final BooleanSupplier goOn;

    public Teller(
            Caller caller,
            History history,
            List<String> accounts,
            Random random,
            boolean transfers,
            BooleanSupplier goOn) {
        this.caller = caller;
        this.reader = new Reader(caller, history, accounts, random, goOn);
        this.history = history;
        this.accounts = List.copyOf(accounts);
        this.random = random;
        this.transfers = transfers;
        this.goOn = goOn;
    }

    @Override
    public void run() {
        try {
            while (goOn.getAsBoolean()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            history.complain("A teller failed: " + e);
        }
    }

    /** Pays into an account until that is acknowledged. */
    public void deposit(String account, long amount) throws InterruptedException {
        move(account, amount);
    }

    private void step() throws InterruptedException {
        switch (random.nextInt(10)) {
            case 0 -> move(anyAccount(), 1 + random.nextInt(50));
            case 1 -> move(anyAccount(), -1 - random.nextInt(400));
            case 2, 3 -> reader.read(anyAccount());
            case 4 -> moveWithoutId(anyAccount());
            case 5 -> moveOnCondition(anyAccount());
            case 6, 7 -> askForTransfer(anyAccount(), anyAccount(), 1 + random.nextInt(100));
            default -> transfer(anyAccount(), anyAccount(), 1 + random.nextInt(100));
        }
    }

    private void transfer(String from, String to, long amount) throws InterruptedException {
        if (move(from, -amount)) {
            move(to, amount);
        }
    }

    /** Leaves it to the bank to move the money. */
    private void askForTransfer(String from, String to, long amount) throws InterruptedException {
        if (!transfers || from.equals(to)) {
            return;
        }
        UUID id = UUID.randomUUID();
        Optional<Answer> answer = caller.command(
                "/transfers/commands",
                "{\"_type\":\"RequestTransfer\",\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"amount\":%d}"
                        .formatted(id, from, to, amount),
                id.toString());
        if (answer.isPresent() && answer.get().isAccepted()) {
            history.add(new Transfer(id, from, to, amount));
        } else {
            answer.ifPresent(other -> history.complain("Transfer %s got %s".formatted(id, other)));
        }
    }

    /** Whether the command was accepted. */
    private boolean move(String account, long amount) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        Optional<Answer> answer = caller.command(json(account, amount), id);
        if (answer.isEmpty()) {
            history.add(new Command(id, account, amount, Fate.UNKNOWN));
            return false;
        }
        note(id, account, amount, answer.get());
        if (random.nextInt(10) == 0) {
            repeat(id, account, amount, answer.get());
        }
        return answer.get().isAccepted();
    }

    private void repeat(String id, String account, long amount, Answer first) throws InterruptedException {
        Optional<Answer> again = caller.command(json(account, amount), id);
        history.repeated();
        if (again.isPresent() && !again.get().equals(first)) {
            history.complain("Command %s got %s, and then %s".formatted(id, first, again.get()));
        }
    }

    private void moveWithoutId(String account) throws InterruptedException {
        long amount = random.nextBoolean() ? 1 : -1;
        once(account, amount, caller.commandOnce(json(account, amount), Optional.empty()));
    }

    private void moveOnCondition(String account) throws InterruptedException {
        long version = history.version(account);
        Optional<Answer> answer = caller.commandOnce(json(account, 1), Optional.of("\"" + version + "\""));
        if (answer.isPresent() && answer.get().isAccepted() && answer.get().version() != version + 1) {
            history.complain("A command on version %d of %s got %s".formatted(version, account, answer.get()));
        }
        once(account, 1, answer);
    }

    private void once(String account, long amount, Optional<Answer> answer) {
        if (answer.isEmpty() || answer.get().status() == 504) {
            history.add(new Command("", account, amount, Fate.UNKNOWN));
        } else if (answer.get().status() != 503 && answer.get().status() != 412) {
            note(answer.get().messageId(), account, amount, answer.get());
        }
    }

    private void note(String id, String account, long amount, Answer answer) {
        history.answered();
        if (answer.isAccepted()) {
            history.add(new Command(id, account, amount, Fate.ACCEPTED));
            history.seen(account, answer.version());
        } else if (answer.isRefused()) {
            history.add(new Command(id, account, amount, Fate.REFUSED));
            history.seen(account, answer.version());
        } else {
            history.complain("Command %s got %s".formatted(id, answer));
            history.add(new Command(id, account, amount, Fate.UNKNOWN));
        }
    }

    private String anyAccount() {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private static String json(String account, long amount) {
        return "{\"_type\":\"%s\",\"account\":\"%s\",\"amount\":%d}"
                .formatted(amount < 0 ? "Withdraw" : "Deposit", account, Math.abs(amount));
    }
}
