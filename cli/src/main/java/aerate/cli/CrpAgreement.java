package aerate.cli;

import aerate.training.metrics.Estimate;
import aerate.training.metrics.Measurement;
import aerate.training.metrics.RankCorrelation;
import aerate.training.metrics.Share;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Whether a figure of films tells the direction that C-reactive protein, a measure of inflammation, took between them. Films that
 * are flagged as of another patient or view, or have no CRP, are left out, and steps in which CRP stayed the same.
 *
 * @param figure that rises with severity
 * @param steps of a patient's successive films, in which both went the same way: the interval takes steps as independent
 * @param overPatients the same share, its interval by resampling patients
 * @param patients of whom both went the same way from the first film to the last
 * @param rank Spearman's correlation of both within a patient of at least 4 films, the mean over patients; absent where there is
 *     none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CrpAgreement(String figure, Share steps, Estimate overPatients, Share patients, Optional<Estimate> rank) {
    private static final int LEAST_FILMS = 4; // of a rank correlation
    private static final long SEED = 1;

    /** By the place on the course and by the classifier; empty where CRP is not known to have changed. */
    static List<CrpAgreement> of(List<FollowedPatient> patients) {
        return List.of(
                        of("1 − recovery", patients, film -> 1 - film.recovery()),
                        of("probability", patients, FollowedFilm::probability),
                        of("change inside", patients, film -> film.inside().mean()))
                .stream()
                .filter(agreement -> agreement.steps.of() > 0)
                .toList();
    }

    private static CrpAgreement of(
            String name, List<FollowedPatient> patients, ToDoubleFunction<FollowedFilm> severity) {
        List<Measurement> steps = new ArrayList<>();
        List<Measurement> whole = new ArrayList<>();
        List<Measurement> ranks = new ArrayList<>();
        for (FollowedPatient patient : patients) {
            List<FollowedFilm> films = patient.figures().stream()
                    .filter(film -> film.comparable() && film.crp().isPresent())
                    .toList();
            for (int i = 1; i < films.size(); i++) {
                agreement(patient, films.get(i - 1), films.get(i), severity).ifPresent(steps::add);
            }
            if (films.size() > 1) {
                agreement(patient, films.get(0), films.get(films.size() - 1), severity)
                        .ifPresent(whole::add);
            }
            if (films.size() >= LEAST_FILMS) {
                rank(patient, films, severity).ifPresent(ranks::add);
            }
        }
        return new CrpAgreement(
                name,
                share(steps),
                Estimate.ofMean(steps, SEED),
                share(whole),
                ranks.isEmpty() ? Optional.empty() : Optional.of(Estimate.ofMean(ranks, SEED)));
    }

    /** 1 if both went the same way, else 0; empty where CRP went nowhere. */
    private static Optional<Measurement> agreement(
            FollowedPatient patient, FollowedFilm from, FollowedFilm to, ToDoubleFunction<FollowedFilm> severity) {
        double crp = to.crp().orElseThrow() - from.crp().orElseThrow();
        double figure = severity.applyAsDouble(to) - severity.applyAsDouble(from);
        return crp == 0 ? Optional.empty() : Optional.of(new Measurement(patient.name(), crp * figure > 0 ? 1 : 0));
    }

    private static Optional<Measurement> rank(
            FollowedPatient patient, List<FollowedFilm> films, ToDoubleFunction<FollowedFilm> severity) {
        double rank = RankCorrelation.of(
                films.stream().mapToDouble(film -> film.crp().orElseThrow()).toArray(),
                films.stream().mapToDouble(severity).toArray());
        return Double.isNaN(rank) ? Optional.empty() : Optional.of(new Measurement(patient.name(), rank));
    }

    private static Share share(List<Measurement> agreements) {
        return Share.of(
                (int) agreements.stream().mapToDouble(Measurement::value).sum(), agreements.size());
    }
}
