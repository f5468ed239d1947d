package billing;

import billing.invoices.Customer;
import billing.invoices.InvoiceCommand;
import billing.invoices.InvoiceCommand.AddLineItem;
import billing.invoices.InvoiceCommand.CreateInvoice;
import billing.invoices.InvoiceCommand.DeleteInvoice;
import billing.invoices.InvoiceCommand.PayInvoice;
import billing.invoices.InvoiceCommand.RemoveLineItem;
import billing.invoices.InvoiceEvent;
import billing.invoices.InvoiceEvent.InvoiceCreated;
import billing.invoices.InvoiceEvent.InvoiceDeleted;
import billing.invoices.InvoiceEvent.InvoicePaid;
import billing.invoices.InvoiceEvent.LineItemAdded;
import billing.invoices.InvoiceEvent.LineItemRemoved;
import billing.invoices.LineItem;
import dev.annals.testkit.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Commands for invoices, and what their events come to. */
final class Orders {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private Orders() {}

    static CreateInvoice creation(UUID id, String customer, LineItem... items) {
        return new CreateInvoice(
                id, new Customer(customer, customer + "@example.com"), DAY, DAY.plusDays(30), List.of(items));
    }

    static LineItem item(String price) {
        return new LineItem("something", 2, new BigDecimal(price));
    }

    /** What happens to the invoices of one round: each is changed several times, some are paid, some deleted. */
    static List<InvoiceCommand> round(int round, int invoices) {
        List<InvoiceCommand> commands = new ArrayList<>();
        for (int i = 0; i < invoices; i++) {
            UUID id = new UUID(round, i);
            commands.add(creation(id, "customer-" + i, item("1.50")));
            commands.add(new AddLineItem(id, item(i + ".25")));
            commands.add(new AddLineItem(id, item("3.00")));
            commands.add(new RemoveLineItem(id, i % 3));
            if (i % 5 == 0) {
                commands.add(new PayInvoice(id));
            } else if (i % 7 == 0) {
                commands.add(new DeleteInvoice(id));
            }
        }
        return commands;
    }

    /** The list that these events come to, as {@link TestDatabase#rows()} shows it. */
    static Map<UUID, String> fold(List<Message<UUID, InvoiceEvent>> events) {
        Map<UUID, Row> rows = new TreeMap<>();
        for (Message<UUID, InvoiceEvent> message : events) {
            InvoiceEvent event = message.value();
            if (event instanceof InvoiceCreated created) {
                BigDecimal total = created.lineItems().stream()
                        .map(item -> item.price().multiply(BigDecimal.valueOf(item.quantity())))
                        .reduce(new BigDecimal("0.00"), BigDecimal::add);
                rows.put(message.key(), new Row(created.customer().name(), total, false));
            } else if (event instanceof LineItemAdded added) {
                rows.computeIfPresent(
                        message.key(), (id, row) -> row.plus(added.item().total()));
            } else if (event instanceof LineItemRemoved removed) {
                rows.computeIfPresent(
                        message.key(),
                        (id, row) -> row.plus(removed.item().total().negate()));
            } else if (event instanceof InvoicePaid) {
                rows.computeIfPresent(message.key(), (id, row) -> new Row(row.customer(), row.total(), true));
            } else if (event instanceof InvoiceDeleted) {
                rows.remove(message.key());
            }
        }
        Map<UUID, String> shown = new TreeMap<>();
        rows.forEach((id, row) -> shown.put(id, "%s %s %s".formatted(row.customer(), row.total(), row.paid())));
        return shown;
    }

    private record Row(String customer, BigDecimal total, boolean paid) {
        Row plus(BigDecimal amount) {
            return new Row(customer, total.add(amount), paid);
        }
    }
}
