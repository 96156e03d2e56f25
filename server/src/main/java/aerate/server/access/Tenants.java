package aerate.server.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The departments. */
@Repository
public class Tenants {
    private final JdbcClient database;
    private final Accounts accounts;

    Tenants(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** A department, as an admin sees it. */
    public record Tenant(long id, String name) {}

    /**
     * A new department.
     *
     * @param password of its first admin, shown this once
     */
    public record Founded(long id, String name, String admin, String password) {}

    List<Tenant> all() {
        return database.sql("SELECT id, name FROM tenant ORDER BY id")
                .query(Tenant.class)
                .list();
    }

    @Transactional
    Founded found(String name, String admin) {
        database.sql("INSERT INTO tenant (name) VALUES (?)")
                .param(Names.checked("a tenant's name", name))
                .update();
        long id = database.sql("SELECT id FROM tenant WHERE name = ?")
                .param(name)
                .query(Long.class)
                .single();
        Accounts.Opened opened = accounts.open(id, admin, List.of(Role.values()));
        return new Founded(id, name, admin, opened.password());
    }
}
