package shop.stock;

import dev.annals.EventSourced;
import dev.annals.Key;
import org.jspecify.annotations.NullMarked;
import shop.Money;

/** An article on stock, whose key is a number; an aggregate without a name, all of it in one file. */
@NullMarked
@EventSourced(service = "shop", commands = Article.Command.class, events = Article.Event.class)
public record Article(int count, byte[] picture) {

    static Article initial() {
        return new Article(0, new byte[0]);
    }

    /** Takes all commands. */
    Event decide(Command command) {
        return command instanceof Command.Take take
                ? count < take.count() ? new Event.SoldOut() : new Event.Taken(take.count(), take.price())
                : new Event.PictureChanged(((Command.ChangePicture) command).picture());
    }

    Article evolve(Event.Taken taken) {
        return new Article(count - taken.count(), picture);
    }

    Article evolve(Event.PictureChanged changed) {
        return new Article(count, changed.picture());
    }

    /** What can be asked. */
    public sealed interface Command {
        @Key
        int number();

        /** Takes some. */
        record Take(int number, int count, Money price) implements Command {}

        /** Changes the picture. */
        record ChangePicture(int number, byte[] picture) implements Command {}
    }

    /** What has happened. */
    public sealed interface Event {
        /** Some were taken. */
        record Taken(int count, Money price) implements Event {}

        /** The picture was changed. */
        record PictureChanged(byte[] picture) implements Event {}

        /** There were not enough. */
        @dev.annals.Failure
        record SoldOut() implements Event {}
    }
}
