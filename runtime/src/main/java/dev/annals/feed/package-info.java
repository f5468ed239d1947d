/** Live feeds of a topic's committed records: each with a consumer and a thread of its own, to be resumed where it broke off. */
@NullMarked
package dev.annals.feed;

import org.jspecify.annotations.NullMarked;
