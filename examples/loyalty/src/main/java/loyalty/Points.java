package loyalty;

import dev.annals.EventSourced;
import loyalty.PointsCommand.GrantPoints;
import loyalty.PointsCommand.SpendPoints;
import loyalty.PointsEvent.PointsGranted;
import loyalty.PointsEvent.PointsSpent;
import loyalty.PointsEvent.TooFewPoints;

/** The points that somebody has. */
@EventSourced(service = "loyalty", name = "points", commands = PointsCommand.class, events = PointsEvent.class)
public record Points(long points) {

    static Points initial() {
        return new Points(0);
    }

    PointsGranted decide(GrantPoints grant) {
        return new PointsGranted(grant.points());
    }

    PointsEvent decide(SpendPoints spend) {
        return points >= spend.points() ? new PointsSpent(spend.points()) : new TooFewPoints(spend.points(), points);
    }

    Points evolve(PointsGranted granted) {
        return new Points(points + granted.points());
    }

    Points evolve(PointsSpent spent) {
        return new Points(points - spent.points());
    }
}
