/** What is shown of all invoices. */
@NullMarked
package billing.lists;

import org.jspecify.annotations.NullMarked;
