package shop.stock;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageCodec;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The aggregate {@code shop}: which method of {@link Article} takes which command and which event. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class ShopAggregate implements Aggregate<Integer, Article.Command, Article.Event, Article> {

    private static final AggregateName NAME = new AggregateName("shop", "");

    private static final KeyCodec<Integer> KEYS = KeyCodec.INT;

    private static final MessageCodec<Article.Command> COMMANDS = new ShopCommandCodec();

    private static final MessageCodec<Article.Event> EVENTS = new ShopEventCodec();

    private static final MessageCodec<Article> SNAPSHOTS = new ShopSnapshotCodec();

    @Override
    public AggregateName name() {
        return NAME;
    }

    @Override
    public KeyCodec<Integer> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<Article.Command> commands() {
        return COMMANDS;
    }

    @Override
    public MessageCodec<Article.Event> events() {
        return EVENTS;
    }

    @Override
    public MessageCodec<Article> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public Integer keyOf(Article.Command command) {
        return command.number();
    }

    @Override
    public Decision<Article.Event> decide(@Nullable Article state, Article.Command command, CommandContext context) {
        Article article = state == null ? Article.initial() : state;
        Article.Command command_ = command;
        return Decision.accept(article.decide(command_));
    }

    @Override
    public @Nullable Article evolve(@Nullable Article state, Article.Event event) {
        Article article = state == null ? Article.initial() : state;
        if (event instanceof Article.Event.Taken taken) {
            return article.evolve(taken);
        }
        if (event instanceof Article.Event.PictureChanged pictureChanged) {
            return article.evolve(pictureChanged);
        }
        throw new IllegalArgumentException("Not an event that changes state of " + NAME + ": " + event);
    }

    @Override
    public boolean isFailure(Article.Event event) {
        return event instanceof Article.Event.SoldOut;
    }
}
