package aerate.cli;

import aerate.training.metrics.Estimate;
import aerate.training.metrics.Measurement;
import aerate.training.metrics.RankCorrelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Whether films tell the direction that C-reactive protein, a measure of inflammation, took between them. Films that are flagged as of
 * another patient or view, or have no CRP, are left out.
 *
 * @param steps pairs of a patient's successive films between which CRP changed
 * @param recovery share of the steps in which the place on the course went the way of CRP
 * @param probability likewise of the classifier's probability
 * @param rank Spearman's correlation of CRP and severity (1 − recovery) within a patient of at least 4 films, the mean over
 *     patients; empty where there is none
 */
record CrpAgreement(int steps, Estimate recovery, Estimate probability, Optional<Estimate> rank) {
    private static final int LEAST_FILMS = 4; // of a rank correlation
    private static final long SEED = 1;

    /** Of patients; empty where there is no step. */
    static Optional<CrpAgreement> of(List<FollowedPatient> patients) {
        List<Measurement> byRecovery = new ArrayList<>();
        List<Measurement> byProbability = new ArrayList<>();
        List<Measurement> ranks = new ArrayList<>();
        for (FollowedPatient patient : patients) {
            List<FollowedFilm> films = patient.all().stream()
                    .filter(film -> film.samePatient() && film.crp().isPresent())
                    .toList();
            for (int i = 1; i < films.size(); i++) {
                double change = change(films, i, film -> film.crp().orElseThrow());
                if (change != 0) {
                    byRecovery.add(agrees(patient, change, -change(films, i, FollowedFilm::recovery)));
                    byProbability.add(agrees(patient, change, change(films, i, FollowedFilm::probability)));
                }
            }
            if (films.size() >= LEAST_FILMS) {
                double rank = RankCorrelation.of(
                        films.stream()
                                .mapToDouble(film -> film.crp().orElseThrow())
                                .toArray(),
                        films.stream().mapToDouble(film -> -film.recovery()).toArray());
                if (!Double.isNaN(rank)) {
                    ranks.add(new Measurement(patient.name(), rank));
                }
            }
        }
        return byRecovery.isEmpty()
                ? Optional.empty()
                : Optional.of(new CrpAgreement(
                        byRecovery.size(),
                        Estimate.ofMean(byRecovery, SEED),
                        Estimate.ofMean(byProbability, SEED),
                        ranks.isEmpty() ? Optional.empty() : Optional.of(Estimate.ofMean(ranks, SEED))));
    }

    private static double change(List<FollowedFilm> films, int i, ToDoubleFunction<FollowedFilm> figure) {
        return figure.applyAsDouble(films.get(i)) - figure.applyAsDouble(films.get(i - 1));
    }

    private static Measurement agrees(FollowedPatient patient, double crp, double severity) {
        return new Measurement(patient.name(), crp * severity > 0 ? 1 : 0);
    }
}
