package dev.annals.sql;

import javax.sql.DataSource;

/** A database that is open, with the tables that read models need. Safe for use by several threads. */
public interface Database extends AutoCloseable {

    /** Connections for those who read. */
    DataSource dataSource();

    /** Connections for read models, one for each, which no reader takes from them. */
    DataSource writers();

    @Override
    void close();
}
