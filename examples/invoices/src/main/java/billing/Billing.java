package billing;

import billing.lists.InvoiceListPage;
import dev.annals.app.Service;
import dev.annals.app.ServiceRunner;

/** The service with the page that shows the list. */
public final class Billing {

    private Billing() {}

    public static void main(String[] args) {
        ServiceRunner.run(Service.of(BillingService::new).with(InvoiceListPage::new), args);
    }
}
