package tally;

import dev.annals.EventSourced;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tally.Happening.AmountAdded;
import tally.Happening.CounterDropped;
import tally.Happening.CounterRefused;
import tally.Request.AddAmount;
import tally.Request.DropCounter;
import tally.Request.RefuseCounter;

/**
 * A counter.
 *
 * @param moment moves on by less than what is kept of it, so that its value says when it was written and read again
 */
@EventSourced(service = "tally", name = "counters", commands = Request.class, events = Happening.class)
public record Counter(long total, Instant moment) {

    private static final int LESS_THAN_A_MICROSECOND = 600;

    static List<Happening> decide(@Nullable Counter counter, AddAmount add) {
        return Collections.nCopies(add.times(), new AmountAdded(add.amount()));
    }

    static CounterRefused decide(@Nullable Counter counter, RefuseCounter refuse) {
        return new CounterRefused("refused");
    }

    static CounterDropped decide(@Nullable Counter counter, DropCounter drop) {
        return new CounterDropped();
    }

    static Counter evolve(@Nullable Counter counter, AmountAdded added) {
        Counter before = counter == null ? new Counter(0, Instant.EPOCH) : counter;
        return new Counter(
                before.total() + Rules.weigh(added.amount()), before.moment().plusNanos(LESS_THAN_A_MICROSECOND));
    }

    static @Nullable Counter evolve(@Nullable Counter counter, CounterDropped dropped) {
        return null;
    }
}
