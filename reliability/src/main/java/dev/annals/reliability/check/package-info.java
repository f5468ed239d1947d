/** What has to be true afterwards, by the topics and by HTTP alone. */
@NullMarked
package dev.annals.reliability.check;

import org.jspecify.annotations.NullMarked;
