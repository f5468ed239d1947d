package billing.invoices;

import dev.annals.Decimal;
import java.math.BigDecimal;

/** What is to be paid for. */
public record LineItem(
        String description,
        int quantity,
        @Decimal(precision = 12, scale = 2) BigDecimal price) {

    public LineItem {
        if (quantity <= 0) {
            throw new IllegalArgumentException("The quantity must be positive, and is " + quantity);
        }
    }

    public BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
