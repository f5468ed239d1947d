package shop.orders;

import java.util.UUID;

/** A key that is a record of one component. */
public record OrderId(UUID value) {}
