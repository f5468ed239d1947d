package ledger;

import dev.annals.FormerVersion;
import dev.annals.Unknown;

/** What has happened to a ledger, over the years. */
public sealed interface Entry {

    record Booked(String text, long cents) implements Entry {

        /** Once there were only whole euros, and then a currency that was always the same. */
        @FormerVersion(name = "ledger.Entry.Booked", version = 1)
        record V1(long euros) {}

        static BookedInCurrency upcast(V1 former) {
            return new BookedInCurrency(former.euros() * 100, "EUR");
        }

        static Booked upcast(BookedInCurrency former) {
            return new Booked("in " + former.currency(), former.cents());
        }
    }

    record Closed(String reason) implements Entry {}

    @Unknown
    record Unrecognized(long fingerprint, String name, byte[] bytes) implements Entry {}
}
