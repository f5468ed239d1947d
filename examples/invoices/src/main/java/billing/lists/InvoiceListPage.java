package billing.lists;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.app.Module;
import dev.annals.app.ModuleContext;
import dev.annals.auth.Area;
import dev.annals.http.ModuleRoutes;
import dev.annals.json.Json;
import dev.annals.sql.DatabaseFaults;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Shows the list of invoices that are not paid, those that are due first: {@code GET /invoiceList}. */
public final class InvoiceListPage implements Module {

    private static final String UNPAID = "SELECT id, customer, email, issue_date, due_date, total FROM invoice_list"
            + " WHERE NOT paid ORDER BY due_date, id LIMIT 100";

    private @Nullable DataSource database;

    @Override
    public String name() {
        return "invoice list page";
    }

    @Override
    public void start(ModuleContext context) {
        database = context.database();
    }

    @Override
    public void addRoutes(ModuleRoutes routes) {
        routes.get("/invoiceList", Area.READS, this::show);
    }

    private void show(HttpServerExchange exchange) throws SQLException {
        try (Connection connection = Objects.requireNonNull(database).getConnection();
                PreparedStatement select = connection.prepareStatement(UNPAID);
                ResultSet invoices = select.executeQuery()) {
            byte[] body = Json.write(out -> write(out, invoices));
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send(ByteBuffer.wrap(body));
        } catch (SQLException e) {
            if (!DatabaseFaults.isOne(e)) {
                throw e;
            }
            exchange.setStatusCode(503).getResponseHeaders().put(Headers.RETRY_AFTER, "1");
            exchange.endExchange();
        }
    }

    private static void write(JsonGenerator out, ResultSet invoices) throws IOException {
        try {
            out.writeStartArray();
            while (invoices.next()) {
                out.writeStartObject();
                out.writeStringField("id", invoices.getString("id"));
                out.writeStringField("customer", invoices.getString("customer"));
                out.writeStringField("email", invoices.getString("email"));
                out.writeStringField("issueDate", invoices.getString("issue_date"));
                out.writeStringField("dueDate", invoices.getString("due_date"));
                out.writeNumberField("total", invoices.getBigDecimal("total"));
                out.writeEndObject();
            }
            out.writeEndArray();
        } catch (SQLException e) {
            throw new IOException("The list cannot be read", e);
        }
    }
}
