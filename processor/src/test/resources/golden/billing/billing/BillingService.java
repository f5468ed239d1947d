package billing;

import billing.invoices.Invoice;
import billing.invoices.InvoiceCommand;
import billing.invoices.InvoiceEvent;
import billing.invoices.InvoicesAggregate;
import billing.invoices.InvoicesRoutes;
import billing.lists.InvoiceListReadModel;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.http.Routes;
import dev.annals.sql.ReadModelRuntime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.Topology;

/** The service {@code billing}: its aggregates, its topology and its HTTP routes. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class BillingService implements Service {

    private final AggregateRuntime<UUID, InvoiceCommand, InvoiceEvent, Invoice> invoices;

    private final ReadModelRuntime invoiceList;

    public BillingService(Engine engine) {
        this.invoices = new AggregateRuntime<>(new InvoicesAggregate(), engine);
        this.invoiceList = new ReadModelRuntime(new InvoiceListReadModel(), engine);
    }

    @Override
    public String name() {
        return "billing";
    }

    @Override
    public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
        return List.of(invoices);
    }

    @Override
    public List<ReadModelRuntime> readModels() {
        return List.of(invoiceList);
    }

    @Override
    public Topology topology(int partitions) {
        return BillingTopology.build(partitions, invoices);
    }

    @Override
    public void addRoutes(Routes routes, Endpoints endpoints) {
        InvoicesRoutes.addTo(routes, endpoints.of(invoices));
    }

    @Override
    public Optional<Service.ExampleRequest> example() {
        return Optional.of(new Service.ExampleRequest(
                "/invoices/commands",
                "{\"_type\":\"CreateInvoice\",\"id\":\"6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5\",\"customer\":{\"name\":\"name-1\",\"email\":\"email-1\"},\"issueDate\":\"2026-11-23\",\"dueDate\":\"2026-11-23\",\"lineItems\":[]}"));
    }
}
