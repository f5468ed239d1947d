package loyalty;

import dev.annals.Internal;
import dev.annals.Key;
import java.util.UUID;

/** What can be asked of somebody's points: by this service's own reactions alone. */
@Internal
public sealed interface PointsCommand {

    @Key
    String account();

    record GrantPoints(String account, long points) implements PointsCommand {}

    record TakePoints(String account, UUID redemption, long points) implements PointsCommand {}

    record ReturnPoints(String account, UUID redemption, long points) implements PointsCommand {}
}
