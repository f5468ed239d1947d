/** The invoices. */
@NullMarked
package billing.invoices;

import org.jspecify.annotations.NullMarked;
