package dev.annals.benchmarks.orders;

import java.math.BigDecimal;

/** An article that is ordered. */
public record Line(String article, int count, BigDecimal price) {}
