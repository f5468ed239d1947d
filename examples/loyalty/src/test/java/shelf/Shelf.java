package shelf;

import bank.Account;
import bank.Movement.Deposited;
import dev.annals.EventContext;
import dev.annals.SqlReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts deposits, where there is a database. */
@SqlReadModel(service = "shelf", name = "deposits", from = Account.class)
final class Shelf {

    void on(Deposited deposited, EventContext<String> account, Connection sql) throws SQLException {
        try (Statement update = sql.createStatement()) {
            update.executeUpdate("UPDATE shelf SET deposits = deposits + 1");
        }
    }
}
