package billing.invoices;

import dev.annals.Key;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What can be asked of an invoice. */
public sealed interface InvoiceCommand {

    @Key
    UUID id();

    record CreateInvoice(UUID id, Customer customer, LocalDate issueDate, LocalDate dueDate, List<LineItem> lineItems)
            implements InvoiceCommand {
        public CreateInvoice {
            if (dueDate.isBefore(issueDate)) {
                throw new IllegalArgumentException("It is due on " + dueDate + ", before it is issued on " + issueDate);
            }
        }
    }

    record AddLineItem(UUID id, LineItem item) implements InvoiceCommand {}

    /** Removes the item at an index, from 0. */
    record RemoveLineItem(UUID id, int index) implements InvoiceCommand {}

    record PayInvoice(UUID id) implements InvoiceCommand {}

    record DeleteInvoice(UUID id) implements InvoiceCommand {}
}
