package aerate.server.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes sure that what was committed outlives a loss of power. PostgreSQL sees to it itself; H2 has to be asked. */
@Component
public class Durability {
    private final JdbcClient database;
    private final boolean asked;

    Durability(JdbcClient database, @Value("${spring.datasource.url}") String url) {
        this.database = database;
        this.asked = url.startsWith("jdbc:h2:");
    }

    /** Returns as soon as all that was committed before is on the disk. */
    public void ensure() {
        if (asked) {
            database.sql("CHECKPOINT SYNC").update();
        }
    }
}
