/** What is counted over time, in Kafka Streams that are written by hand. */
@NullMarked
package catalog.statistics;

import org.jspecify.annotations.NullMarked;
