package tally;

/** How amounts count: what a later version of the code changes. */
final class Rules {

    private static volatile long weight = Long.getLong("tally.weight", 1);
    private static volatile long forbidden = -1;

    private Rules() {}

    static long weigh(long amount) {
        if (amount == forbidden) {
            throw new IllegalStateException("An amount of " + amount + " is forbidden now");
        }
        return amount * weight;
    }

    static void countEachAs(long newWeight) {
        weight = newWeight;
    }

    static void forbid(long amount) {
        forbidden = amount;
    }

    static void reset() {
        weight = 1;
        forbidden = -1;
    }
}
