package aerate.server.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who may log in. */
@Repository
public class Accounts {
    private static final int SHORTEST_PASSWORD = 12;

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final String nobodys;

    Accounts(JdbcClient database, PasswordEncoder encoder) {
        this.database = database;
        this.encoder = encoder;
        this.nobodys = encoder.encode(Secrets.password());
    }

    /** An account as an admin sees it. */
    public record Account(long id, String name, Set<Role> roles, boolean active) {}

    /** A new account, with the password that is shown this once. */
    public record Opened(long id, String name, Set<Role> roles, String password) {}

    private record Row(long id, long tenant, String name, String password, String roles, boolean active) {
        Account account() {
            return new Account(id, name, Role.parsed(roles), active);
        }
    }

    List<Account> of(long tenant) {
        return rows("WHERE tenant = ? ORDER BY name", tenant).stream()
                .map(Row::account)
                .toList();
    }

    boolean isEmpty() {
        return database.sql("SELECT count(*) FROM account").query(Long.class).single() == 0;
    }

    /** Who has this name and password, if anybody does; takes as long where the name is nobody's. */
    Optional<Actor> authenticate(String name, String password) {
        Optional<Row> row = rows("WHERE name = ?", name).stream().findFirst();
        boolean matches = encoder.matches(password, row.map(Row::password).orElse(nobodys));
        return row.filter(known -> matches && known.active())
                .map(known -> Actor.of(known.name(), known.tenant(), Role.parsed(known.roles())));
    }

    /** Who has this name now, if the account is active still. */
    Optional<Actor> current(String name) {
        return rows("WHERE name = ?", name).stream()
                .filter(Row::active)
                .map(row -> Actor.of(row.name(), row.tenant(), Role.parsed(row.roles())))
                .findFirst();
    }

    @Transactional
    Opened open(long tenant, String name, List<Role> roles) {
        String password = Secrets.password();
        database.sql("INSERT INTO account (tenant, name, password, roles, active) VALUES (?, ?, ?, ?, TRUE)")
                .params(tenant, Names.checked("an account's name", name), encoder.encode(password), Role.joined(roles))
                .update();
        Account opened = rows("WHERE name = ?", name).get(0).account();
        return new Opened(opened.id(), opened.name(), opened.roles(), password);
    }

    /** The account as it is then; none if it is another tenant's. */
    @Transactional
    Optional<Account> change(long tenant, long id, Optional<List<Role>> roles, Optional<Boolean> active) {
        roles.ifPresent(some -> database.sql("UPDATE account SET roles = ? WHERE tenant = ? AND id = ?")
                .params(Role.joined(some), tenant, id)
                .update());
        active.ifPresent(now -> database.sql("UPDATE account SET active = ? WHERE tenant = ? AND id = ?")
                .params(now, tenant, id)
                .update());
        return rows("WHERE tenant = ? AND id = ?", tenant, id).stream()
                .map(Row::account)
                .findFirst();
    }

    void changePassword(Actor actor, String old, String fresh) {
        if (fresh == null || fresh.length() < SHORTEST_PASSWORD || fresh.length() > 200) {
            throw new IllegalArgumentException(
                    "a password must have 12 to 200 letters, had " + (fresh == null ? 0 : fresh.length()));
        }
        if (authenticate(actor.name(), old).isEmpty()) {
            throw new IllegalArgumentException("the old password must be the present one, was not");
        }
        database.sql("UPDATE account SET password = ? WHERE name = ?")
                .params(encoder.encode(fresh), actor.name())
                .update();
    }

    private List<Row> rows(String where, Object... values) {
        return database.sql("SELECT id, tenant, name, password, roles, active FROM account " + where)
                .params(values)
                .query(Row.class)
                .list();
    }
}
