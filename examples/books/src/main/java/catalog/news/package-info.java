/** What is told to the world outside. */
@NullMarked
package catalog.news;

import org.jspecify.annotations.NullMarked;
