@NullMarked
package billing;

import org.jspecify.annotations.NullMarked;
