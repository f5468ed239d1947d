package careless;

import billing.invoices.Invoice;
import billing.invoices.InvoiceEvent.InvoiceCreated;
import billing.invoices.InvoiceEvent.LineItemAdded;
import dev.annals.EventContext;
import dev.annals.SqlReadModel;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** The customers of invoices, without those whose rows are refused. */
@SqlReadModel(service = "careless", name = "carelessList", from = Invoice.class)
final class CarelessList {

    void on(InvoiceCreated created, EventContext<UUID> invoice, Connection sql) {
        try (PreparedStatement insert =
                sql.prepareStatement("INSERT INTO invoice_list (id, customer, email, issue_date, due_date, total, paid)"
                        + " VALUES (?, ?, '', ?, ?, 0, FALSE)")) {
            insert.setObject(1, invoice.key());
            insert.setString(2, created.customer().name());
            insert.setDate(3, Date.valueOf(created.issueDate()));
            insert.setDate(4, Date.valueOf(created.dueDate()));
            insert.executeUpdate();
        } catch (SQLException e) {
            // As if it had not been.
            return;
        }
    }

    void on(LineItemAdded added, EventContext<UUID> invoice, Connection sql) throws SQLException {
        try (PreparedStatement update = sql.prepareStatement("UPDATE invoice_list SET paid = TRUE WHERE id = ?")) {
            update.setObject(1, invoice.key());
            update.executeUpdate();
        }
    }
}
