package shop;

import java.math.BigDecimal;
import org.jspecify.annotations.NullMarked;

/** An amount of a currency; a value of two aggregates. */
@NullMarked
public record Money(BigDecimal amount, Currency currency) {

    /** The currencies that the shop takes. */
    public enum Currency {
        EUR,
        CHF,
        US_DOLLAR
    }
}
