@NullMarked
package dev.annals.sql;

import org.jspecify.annotations.NullMarked;
