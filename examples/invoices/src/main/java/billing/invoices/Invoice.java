package billing.invoices;

import billing.invoices.InvoiceCommand.AddLineItem;
import billing.invoices.InvoiceCommand.CreateInvoice;
import billing.invoices.InvoiceCommand.DeleteInvoice;
import billing.invoices.InvoiceCommand.PayInvoice;
import billing.invoices.InvoiceCommand.RemoveLineItem;
import billing.invoices.InvoiceEvent.InvoiceCreated;
import billing.invoices.InvoiceEvent.InvoiceDeleted;
import billing.invoices.InvoiceEvent.InvoicePaid;
import billing.invoices.InvoiceEvent.LineItemAdded;
import billing.invoices.InvoiceEvent.LineItemRemoved;
import dev.annals.Decision;
import dev.annals.EventSourced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice: what is on it, and whether it is paid. */
@EventSourced(service = "billing", name = "invoices", commands = InvoiceCommand.class, events = InvoiceEvent.class)
public record Invoice(
        Customer customer, LocalDate issueDate, LocalDate dueDate, List<LineItem> lineItems, boolean paid) {

    static InvoiceCreated decide(CreateInvoice create) {
        return new InvoiceCreated(create.customer(), create.issueDate(), create.dueDate(), create.lineItems());
    }

    Decision<InvoiceEvent> decide(AddLineItem add) {
        return paid ? refusePaid() : Decision.accept(new LineItemAdded(add.item()));
    }

    Decision<InvoiceEvent> decide(RemoveLineItem remove) {
        if (paid) {
            return refusePaid();
        }
        return remove.index() >= 0 && remove.index() < lineItems.size()
                ? Decision.accept(new LineItemRemoved(remove.index(), lineItems.get(remove.index())))
                : Decision.reject("no-such-item", "There are %d items".formatted(lineItems.size()));
    }

    Decision<InvoiceEvent> decide(PayInvoice pay) {
        return paid ? refusePaid() : Decision.accept(new InvoicePaid());
    }

    Decision<InvoiceEvent> decide(DeleteInvoice delete) {
        return paid ? refusePaid() : Decision.accept(new InvoiceDeleted());
    }

    static Invoice evolve(InvoiceCreated created) {
        return new Invoice(created.customer(), created.issueDate(), created.dueDate(), created.lineItems(), false);
    }

    Invoice evolve(LineItemAdded added) {
        List<LineItem> items = new ArrayList<>(lineItems);
        items.add(added.item());
        return with(items, paid);
    }

    Invoice evolve(LineItemRemoved removed) {
        List<LineItem> items = new ArrayList<>(lineItems);
        items.remove(removed.index());
        return with(items, paid);
    }

    Invoice evolve(InvoicePaid invoicePaid) {
        return with(lineItems, true);
    }

    @Nullable
    Invoice evolve(InvoiceDeleted deleted) {
        return null;
    }

    private Invoice with(List<LineItem> items, boolean isPaid) {
        return new Invoice(customer, issueDate, dueDate, List.copyOf(items), isPaid);
    }

    private static Decision<InvoiceEvent> refusePaid() {
        return Decision.reject("paid", "The invoice is paid, and no longer changes");
    }
}
