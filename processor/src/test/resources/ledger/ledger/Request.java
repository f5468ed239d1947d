package ledger;

import dev.annals.Key;
import dev.annals.Unknown;

/** What can be asked of a ledger. */
public sealed interface Request {

    @Unknown
    record Other(long fingerprint, String name, byte[] bytes) implements Request {}

    record Book(@Key String ledger, long cents) implements Request {}
}
