package dev.annals.benchmarks.serde;

import java.io.IOException;

/** A way to turn events into bytes and back, used the way that is fastest for one thread. */
interface Contender {

    byte[] encode(Object event) throws IOException;

    Object decode(byte[] bytes) throws IOException;
}
