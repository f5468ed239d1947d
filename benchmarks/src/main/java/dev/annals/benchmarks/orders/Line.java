package dev.annals.benchmarks.orders;

import dev.annals.Decimal;
import java.math.BigDecimal;

/** An article that is ordered. */
public record Line(
        String article,
        int count,
        @Decimal(precision = 12, scale = 2) BigDecimal price) {}
