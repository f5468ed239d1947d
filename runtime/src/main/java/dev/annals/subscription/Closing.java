package dev.annals.subscription;

import dev.annals.extension.ExtensionName;
import dev.annals.subscription.OpenSubscription.Step;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what users have made. */
public final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    /** Makes what it is for; where that fails, closes it. */
    public static <T> T onFailure(Supplier<T> maker, ExtensionName name, Step close) {
        try {
            return maker.get();
        } catch (Throwable e) {
            close(name, close);
            throw e;
        }
    }

    /** Closes it, also where it throws. */
    public static void close(ExtensionName name, Step close) {
        try {
            close.run();
        } catch (Throwable e) {
            LOG.error("{} did not close", name, e);
        }
    }
}
