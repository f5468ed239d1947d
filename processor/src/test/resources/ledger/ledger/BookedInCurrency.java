package ledger;

import dev.annals.FormerVersion;

/** A booking as it was written in the years of the second version. */
@FormerVersion(name = "ledger.Entry.Booked", version = 2)
record BookedInCurrency(long cents, String currency) {}
