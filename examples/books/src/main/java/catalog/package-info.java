/** A catalogue of authors and books: every feature of Annals, as a template. */
@NullMarked
package catalog;

import org.jspecify.annotations.NullMarked;
