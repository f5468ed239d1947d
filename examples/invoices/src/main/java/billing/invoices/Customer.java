package billing.invoices;

/** Who has to pay. */
public record Customer(String name, String email) {}
