/** Books: their titles, authors and chapters, from a draft to a book that can be published. */
@NullMarked
package catalog.books;

import org.jspecify.annotations.NullMarked;
