package ledger;

import dev.annals.app.ServiceRunner;
import javax.annotation.processing.Generated;

/** Starts the service {@code ledger}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        ServiceRunner.run(LedgerService::new, args);
    }
}
