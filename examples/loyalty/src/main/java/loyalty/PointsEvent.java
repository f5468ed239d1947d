package loyalty;

import dev.annals.Failure;

/** What has happened to somebody's points. */
public sealed interface PointsEvent {

    record PointsGranted(long points) implements PointsEvent {}

    record PointsSpent(long points) implements PointsEvent {}

    @Failure
    record TooFewPoints(long asked, long points) implements PointsEvent {}
}
