/** Invoices, and the list of them in an SQL database. */
@NullMarked
package billing;

import org.jspecify.annotations.NullMarked;
