/** Schedules: commands when it is time, by one instance at a time. */
@NullMarked
package dev.annals.schedule;

import org.jspecify.annotations.NullMarked;
