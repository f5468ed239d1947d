package clock;

import clock.Tower.StrikeTower;
import dev.annals.Scheduled;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When towers strike. */
final class Times {

    /** The thread that was the last to say what is done each second. */
    static volatile String thread = "";

    private Times() {}

    @Scheduled(service = "clock", name = "quarters", every = "PT15M", to = Tower.class)
    static List<StrikeTower> quarter(Instant time) {
        return List.of(new StrikeTower("north", time), new StrikeTower("south", time));
    }

    @Scheduled(service = "clock", name = "mornings", cron = "0 8 * * *", zone = "Europe/Berlin", to = Tower.class)
    static Optional<StrikeTower> morning(Instant time) {
        return Optional.of(new StrikeTower("morning", time));
    }

    @Scheduled(service = "clock", name = "seconds", every = "PT1S", to = Tower.class)
    static StrikeTower second(Instant time) {
        thread = Thread.currentThread().getName();
        return new StrikeTower("second", time);
    }

    @Scheduled(service = "clock", name = "broken", every = "PT24H", to = Tower.class)
    static StrikeTower broken(Instant time) {
        if (time.isAfter(Instant.EPOCH)) {
            throw new IllegalStateException("No bell");
        }
        return new StrikeTower("broken", time);
    }
}
