/** Databases: connections by HikariCP, tables by Flyway, and H2 where no other is named. */
@NullMarked
package dev.annals.database;

import org.jspecify.annotations.NullMarked;
