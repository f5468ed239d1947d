/** The instances of a service: where they are, which partitions are whose, and how requests go from one to another. */
@NullMarked
package dev.annals.instances;

import org.jspecify.annotations.NullMarked;
