package shop.orders;

import dev.annals.Failure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import shop.orders.OrderCommand.Line;

/** What has happened to an order. */
public sealed interface OrderEvent {

    record OrderPlaced(String customer, List<Line> lines, Optional<String> note, UUID receipt) implements OrderEvent {}

    record LineAdded(Line line) implements OrderEvent {}

    record EverythingRecorded(Everything everything) implements OrderEvent {}

    /** The ways in which an order ends. */
    sealed interface Ended extends OrderEvent {}

    record OrderCancelled(@Nullable String reason) implements Ended {}

    record OrderShipped() implements Ended {}

    /** What did not happen. */
    @Failure
    sealed interface Refused extends OrderEvent {}

    record TooManyLines(int lines, int most) implements Refused {}

    record AlreadyRated() implements Refused {}

    record OrderRated(int stars) implements OrderEvent {}
}
