package billing;

import dev.annals.app.Service;
import dev.annals.app.ServiceRunner;
import dev.annals.app.StandardModule;

/** The list alone: invoices are decided elsewhere. */
final class ReadModelMain {

    private ReadModelMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(Service.of(BillingService::new).without(StandardModule.STREAMS, StandardModule.HTTP), args);
    }
}
