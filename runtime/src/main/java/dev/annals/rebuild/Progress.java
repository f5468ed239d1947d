package dev.annals.rebuild;

/** Shows how far a rebuild is. Safe for use by several threads. */
public interface Progress {

    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String what, long total) {}

        @Override
        public void advance(long count) {}

        @Override
        public void end() {}
    };

    /**
     * A part of the work begins.
     *
     * @param what it is, for people to read
     * @param total how much there is of it
     */
    void begin(String what, long total);

    /** So much more of it is done. */
    void advance(long count);

    /** The part is over. */
    void end();
}
