package dev.annals.streams;

/** Looks for what something was caused by. */
final class Causes {

    private Causes() {}

    static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
