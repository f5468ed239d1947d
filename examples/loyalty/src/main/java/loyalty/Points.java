package loyalty;

import dev.annals.EventSourced;
import loyalty.PointsCommand.GrantPoints;
import loyalty.PointsCommand.ReturnPoints;
import loyalty.PointsCommand.TakePoints;
import loyalty.PointsEvent.Answer;
import loyalty.PointsEvent.PointsGranted;
import loyalty.PointsEvent.PointsRefused;
import loyalty.PointsEvent.PointsReturned;
import loyalty.PointsEvent.PointsTaken;

/** The points that somebody has. */
@EventSourced(service = "loyalty", name = "points", commands = PointsCommand.class, events = PointsEvent.class)
public record Points(long points) {

    static Points initial() {
        return new Points(0);
    }

    PointsGranted decide(GrantPoints grant) {
        return new PointsGranted(grant.points());
    }

    Answer decide(TakePoints take) {
        return points >= take.points()
                ? new PointsTaken(take.redemption(), take.points())
                : new PointsRefused(take.redemption(), take.points(), points);
    }

    PointsReturned decide(ReturnPoints back) {
        return new PointsReturned(back.redemption(), back.points());
    }

    Points evolve(PointsGranted granted) {
        return new Points(Math.addExact(points, granted.points()));
    }

    Points evolve(PointsTaken taken) {
        return new Points(points - taken.points());
    }

    Points evolve(PointsReturned returned) {
        return new Points(points + returned.points());
    }
}
