/** What a domain must keep to; each rule turns a model into diagnostics. */
@NullMarked
package dev.annals.processor.rules;

import org.jspecify.annotations.NullMarked;
