package loyalty;

import dev.annals.Key;

/** What can be asked of somebody's points. */
public sealed interface PointsCommand {

    @Key
    String account();

    record GrantPoints(String account, long points) implements PointsCommand {}

    record SpendPoints(String account, long points) implements PointsCommand {}
}
