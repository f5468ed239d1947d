package dev.annals.sql;

import javax.sql.DataSource;

/** A database that is open, with the tables that read models need. Safe for use by several threads. */
public interface Database extends AutoCloseable {

    /** Connections to it, each with auto-commit as it comes. */
    DataSource dataSource();

    @Override
    void close();
}
