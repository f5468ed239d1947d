package dev.annals.aggregate;

/** A command was sent, and its partition went to another instance before this one saw an outcome: there may be one. */
public final class PartitionMovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartitionMovedException(int partition) {
        super("Partition " + partition + " went to another instance while its commands were under way");
    }
}
