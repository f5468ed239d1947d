/** Authors: who they are, by a code that the catalogue gives them. */
@NullMarked
package catalog.authors;

import org.jspecify.annotations.NullMarked;
