package aerate.server.access;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What machines log in with. */
@Repository
public class Tokens {
    private final JdbcClient database;

    Tokens(JdbcClient database) {
        this.database = database;
    }

    /** A token as an admin sees it. */
    public record Token(long id, String name, Set<Role> roles, OffsetDateTime made) {}

    /** A new one, with the words that are shown this once. */
    public record Issued(long id, String name, Set<Role> roles, String token) {}

    private record Row(long id, long tenant, String name, String roles, OffsetDateTime made) {}

    List<Token> of(long tenant) {
        return rows("WHERE tenant = ? ORDER BY id", tenant).stream()
                .map(row -> new Token(row.id(), row.name(), Role.parsed(row.roles()), row.made()))
                .toList();
    }

    @Transactional
    Issued issue(long tenant, String name, List<Role> roles) {
        String token = Secrets.token();
        database.sql("INSERT INTO token (tenant, name, hash, roles, made) VALUES (?, ?, ?, ?, ?)")
                .params(
                        tenant,
                        Names.checked("a token's name", name),
                        Secrets.hash(token),
                        Role.joined(roles),
                        OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        Row row = rows("WHERE hash = ?", Secrets.hash(token)).get(0);
        return new Issued(row.id(), row.name(), Role.parsed(row.roles()), token);
    }

    /** Whether it was there to be revoked. */
    boolean revoke(long tenant, long id) {
        return database.sql("DELETE FROM token WHERE tenant = ? AND id = ?")
                        .params(tenant, id)
                        .update()
                == 1;
    }

    Optional<Actor> actor(String token) {
        return rows("WHERE hash = ?", Secrets.hash(token)).stream()
                .map(row -> Actor.of("token " + row.name(), row.tenant(), Role.parsed(row.roles())))
                .findFirst();
    }

    private List<Row> rows(String where, Object... values) {
        return database.sql("SELECT id, tenant, name, roles, made FROM token " + where)
                .params(values)
                .query(Row.class)
                .list();
    }
}
