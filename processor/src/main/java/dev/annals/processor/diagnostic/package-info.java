/** What is said about a domain that is wrong: codes, messages, and the place they belong to. */
@NullMarked
package dev.annals.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
