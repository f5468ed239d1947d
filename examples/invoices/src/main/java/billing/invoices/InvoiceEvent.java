package billing.invoices;

import java.time.LocalDate;
import java.util.List;

/** What has happened to an invoice. */
public sealed interface InvoiceEvent {

    record InvoiceCreated(Customer customer, LocalDate issueDate, LocalDate dueDate, List<LineItem> lineItems)
            implements InvoiceEvent {}

    record LineItemAdded(LineItem item) implements InvoiceEvent {}

    record LineItemRemoved(int index, LineItem item) implements InvoiceEvent {}

    record InvoicePaid() implements InvoiceEvent {}

    record InvoiceDeleted() implements InvoiceEvent {}
}
