package aerate.server.reading;

import aerate.film.Label;
import aerate.server.access.Actor;
import aerate.server.film.FilmChanged;
import aerate.server.film.Films;
import aerate.server.film.StoredFilm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What radiologists say of films, beside what the model said; rows are added only, the latest counts. */
@Repository
public class Opinions {
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Films films;

    Opinions(JdbcClient database, TransactionTemplate transactions, ApplicationEventPublisher events, Films films) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.films = films;
    }

    /** A radiologist's verdict. */
    public record Opinion(String by, Label verdict, OffsetDateTime at) {}

    /**
     * How the model did on a day, against radiologists' latest opinions.
     *
     * @param sick films that radiologists call so, of which {@code sickFound} the model does too
     */
    public record Day(
            LocalDate day, long opinions, long agree, long sick, long sickFound, long healthy, long healthyFound) {}

    List<Opinion> of(UUID film) {
        return database.sql("SELECT account AS by, verdict, at FROM opinion WHERE film = ? ORDER BY id DESC")
                .param(film)
                .query(Opinion.class)
                .list();
    }

    Opinion say(Actor actor, StoredFilm film, Label verdict) {
        Opinion opinion = new Opinion(actor.name(), verdict, OffsetDateTime.now(ZoneOffset.UTC));
        transactions.executeWithoutResult(transaction -> {
            database.sql("INSERT INTO opinion (film, tenant, account, verdict, model_verdict, hash, at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            film.id(),
                            actor.tenant(),
                            actor.name(),
                            verdict.name(),
                            film.verdict() == null ? null : film.verdict().name(),
                            film.hash(),
                            opinion.at())
                    .update();
            films.setOpinion(film.id(), verdict);
        });
        events.publishEvent(new FilmChanged(actor.tenant(), film.id()));
        return opinion;
    }

    /** Day by day, of films that the model had read when a radiologist spoke. */
    List<Day> agreement(long tenant, OffsetDateTime since) {
        return database.sql("""
                        SELECT CAST(at AS DATE) AS "day", count(*) AS opinions,
                               count(CASE WHEN verdict = model_verdict THEN 1 END) AS agree,
                               count(CASE WHEN verdict = 'PNEUMONIA' THEN 1 END) AS sick,
                               count(CASE WHEN verdict = 'PNEUMONIA' AND model_verdict = verdict THEN 1 END) AS sick_found,
                               count(CASE WHEN verdict = 'NORMAL' THEN 1 END) AS healthy,
                               count(CASE WHEN verdict = 'NORMAL' AND model_verdict = verdict THEN 1 END) AS healthy_found
                        FROM opinion o
                        WHERE tenant = ? AND at >= ? AND model_verdict IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM opinion later WHERE later.film = o.film AND later.id > o.id)
                        GROUP BY CAST(at AS DATE) ORDER BY 1""").params(tenant, since).query(Day.class).list();
    }
}
