package dev.annals.benchmarks.orders;

import dev.annals.Default;

/** Where an order goes. */
public record Address(
        String street,
        String city,
        String postcode,
        @Default("GB") String country) {}
