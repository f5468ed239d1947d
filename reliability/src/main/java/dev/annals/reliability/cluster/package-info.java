/** The brokers and the instances of the service that harm is done to, each in a process of its own. */
@NullMarked
package dev.annals.reliability.cluster;

import org.jspecify.annotations.NullMarked;
