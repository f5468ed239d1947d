/** Read models: what is shown of books and authors together. */
@NullMarked
package catalog.views;

import org.jspecify.annotations.NullMarked;
