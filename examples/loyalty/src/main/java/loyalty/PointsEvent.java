package loyalty;

import dev.annals.Failure;
import java.util.UUID;

/** What has happened to somebody's points. */
public sealed interface PointsEvent {

    record PointsGranted(long points) implements PointsEvent {}

    /** What was asked for a redemption has been done, or has not. */
    sealed interface Answer extends PointsEvent {
        UUID redemption();
    }

    record PointsTaken(UUID redemption, long points) implements Answer {}

    @Failure
    record PointsRefused(UUID redemption, long asked, long points) implements Answer {}

    record PointsReturned(UUID redemption, long points) implements Answer {}
}
