package dev.annals.rebuild;

/**
 * What there is of a partition.
 *
 * @param start the first offset
 * @param end the offset behind the last one; the same where there is nothing
 */
record Extent(long start, long end) {

    static final Extent NONE = new Extent(0, 0);

    long length() {
        return end - start;
    }
}
