/** What generated JSON mappings are built from: strict readers that name the field at fault, and writers. */
@NullMarked
package dev.annals.json;

import org.jspecify.annotations.NullMarked;
