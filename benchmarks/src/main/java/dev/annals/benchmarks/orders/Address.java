package dev.annals.benchmarks.orders;

/** Where an order goes. */
public record Address(String street, String city, String postcode, String country) {}
