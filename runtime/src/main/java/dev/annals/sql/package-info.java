/** Read models in an SQL database: events, and how far they have been applied, in one transaction. */
@NullMarked
package dev.annals.sql;

import org.jspecify.annotations.NullMarked;
