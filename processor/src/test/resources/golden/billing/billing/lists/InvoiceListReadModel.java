package billing.lists;

import billing.invoices.InvoiceEvent;
import billing.invoices.InvoicesAggregate;
import dev.annals.EventContext;
import dev.annals.aggregate.EventChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.sql.OpenReadModel;
import dev.annals.sql.ReadModelDefinition;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** The read model {@code billing.invoiceList}: passes events to {@link InvoiceList}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class InvoiceListReadModel implements ReadModelDefinition {

    private static final ExtensionName NAME = new ExtensionName("billing", "invoiceList");

    private static final InvoicesAggregate INVOICES = new InvoicesAggregate();

    @Override
    public ExtensionName name() {
        return NAME;
    }

    @Override
    public List<EventChannel<?, ?>> channels() {
        return List.of(INVOICES);
    }

    @Override
    public OpenReadModel open() {
        InvoiceList invoiceList = new InvoiceList();
        return new OpenReadModel()
                .with(INVOICES, (event, context, sql) -> onInvoices(invoiceList, event, context, sql));
    }

    /** Has an event handled, where there is an {@code on} for it. */
    private static void onInvoices(
            InvoiceList invoiceList, InvoiceEvent event, EventContext<UUID> context, Connection sql) throws Exception {
        if (event instanceof InvoiceEvent.InvoiceCreated invoiceCreated) {
            invoiceList.on(invoiceCreated, context, sql);
            return;
        }
        if (event instanceof InvoiceEvent.LineItemAdded lineItemAdded) {
            invoiceList.on(lineItemAdded, context, sql);
            return;
        }
        if (event instanceof InvoiceEvent.LineItemRemoved lineItemRemoved) {
            invoiceList.on(lineItemRemoved, context, sql);
            return;
        }
        if (event instanceof InvoiceEvent.InvoicePaid invoicePaid) {
            invoiceList.on(invoicePaid, context, sql);
            return;
        }
        if (event instanceof InvoiceEvent.InvoiceDeleted invoiceDeleted) {
            invoiceList.on(invoiceDeleted, context, sql);
        }
    }
}
