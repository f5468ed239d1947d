package billing.lists;

import billing.invoices.Invoice;
import billing.invoices.InvoiceEvent.InvoiceCreated;
import billing.invoices.InvoiceEvent.InvoiceDeleted;
import billing.invoices.InvoiceEvent.InvoicePaid;
import billing.invoices.InvoiceEvent.LineItemAdded;
import billing.invoices.InvoiceEvent.LineItemRemoved;
import billing.invoices.LineItem;
import dev.annals.EventContext;
import dev.annals.SqlReadModel;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A row for each invoice, with what is to be paid. An event that came twice would be counted twice: each comes once. */
@SqlReadModel(service = "billing", name = "invoiceList", from = Invoice.class)
final class InvoiceList {

    private static final String INSERT =
            "INSERT INTO invoice_list (id, customer, email, issue_date, due_date, total, paid)"
                    + " VALUES (?, ?, ?, ?, ?, ?, FALSE)";

    void on(InvoiceCreated created, EventContext<UUID> invoice, Connection sql) throws SQLException {
        BigDecimal total = created.lineItems().stream().map(LineItem::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        execute(
                sql,
                INSERT,
                invoice.key(),
                created.customer().name(),
                created.customer().email(),
                created.issueDate(),
                created.dueDate(),
                total);
    }

    void on(LineItemAdded added, EventContext<UUID> invoice, Connection sql) throws SQLException {
        execute(
                sql,
                "UPDATE invoice_list SET total = total + ? WHERE id = ?",
                added.item().total(),
                invoice.key());
    }

    void on(LineItemRemoved removed, EventContext<UUID> invoice, Connection sql) throws SQLException {
        execute(
                sql,
                "UPDATE invoice_list SET total = total - ? WHERE id = ?",
                removed.item().total(),
                invoice.key());
    }

    void on(InvoicePaid paid, EventContext<UUID> invoice, Connection sql) throws SQLException {
        execute(sql, "UPDATE invoice_list SET paid = TRUE WHERE id = ?", invoice.key());
    }

    void on(InvoiceDeleted deleted, EventContext<UUID> invoice, Connection sql) throws SQLException {
        execute(sql, "DELETE FROM invoice_list WHERE id = ?", invoice.key());
    }

    private static void execute(Connection sql, String statement, Object... values) throws SQLException {
        try (PreparedStatement prepared = sql.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        }
    }
}
