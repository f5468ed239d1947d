@NullMarked
package dev.annals.database;

import org.jspecify.annotations.NullMarked;
