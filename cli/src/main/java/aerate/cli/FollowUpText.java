package aerate.cli;

import aerate.training.metrics.Estimate;
import aerate.training.metrics.Share;
import java.util.Locale;

/** What {@code aerate follow-up} prints. */
final class FollowUpText {
    private FollowUpText() {}

    static void print(FollowUpResult result) {
        result.placed().forEach(FollowUpText::print);
        if (!result.normal().isEmpty()) {
            System.out.println("no course, as the first film is called normal (--force makes one): "
                    + String.join(", ", result.normal()));
        }
        result.phantoms().ifPresent(FollowUpText::print);
        result.flags()
                .ifPresent(flags -> System.out.printf(
                        "flagged as of another patient or view: %s of one patient's films, %s of two patients'%n",
                        share(flags.onePatient()), share(flags.twoPatients())));
        result.crp()
                .forEach(agreement -> System.out.printf(
                        "%-14s went the way of CRP in %s from film to film; from first to last in %s%s%n",
                        agreement.figure(),
                        share(agreement.steps()),
                        share(agreement.patients()),
                        agreement
                                .rank()
                                .map(rank -> "; Spearman " + estimate(rank))
                                .orElse("")));
        System.out.println(FollowUpResult.NOTE);
    }

    private static void print(FollowedPatient patient) {
        System.out.println(patient.name());
        System.out.println(
                "     day  probability     λ [95 %]       recovery [95 %]         trend    inside  outside  match    CRP  film");
        for (FollowedFilm film : patient.figures()) {
            System.out.printf(
                    Locale.ROOT,
                    "%8s  %10.4f%s  %4.0f [%3.0f, %3.0f]  %8.2f [%5.2f, %5.2f]  %-7s  %6.3f  %7.3f  %5.2f%s  %5s  %s%s%n",
                    number(film.day().orElse(Double.NaN)),
                    film.probability(),
                    film.unlike() ? "?" : " ",
                    film.lambda(),
                    film.lambdaInterval().get(0),
                    film.lambdaInterval().get(1),
                    film.recovery(),
                    film.recoveryInterval().get(0),
                    film.recoveryInterval().get(1),
                    film.trend().name().toLowerCase(Locale.ROOT),
                    film.inside().mean(),
                    film.outside().absolute(),
                    film.correlation(),
                    film.comparable() ? " " : "!",
                    number(film.crp().orElse(Double.NaN)),
                    film.film(),
                    film.flags().isEmpty() ? "" : "  " + String.join("; ", film.flags()));
        }
        if (patient.figures().stream().anyMatch(film -> !film.comparable())) {
            System.out.println("  ! its figures are not to be believed");
        }
        if (patient.figures().stream().anyMatch(FollowedFilm::unlike)) {
            System.out.println("  ? unlike the films that the classifier knows: its probability is not to be believed");
        }
    }

    private static void print(PhantomFollowUps phantoms) {
        System.out.println("  healed  recovery                error                  λ    trend right");
        for (PhantomFollowUps.Fraction fraction : phantoms.fractions()) {
            System.out.printf(
                    Locale.ROOT,
                    "%8.2f  %-22s  %s  %5.0f  %s%n",
                    fraction.healed(),
                    estimate(fraction.recovery()),
                    estimate(fraction.error()),
                    fraction.lambda().value(),
                    share(fraction.rightly()));
        }
        System.out.println("rising with every fraction: " + share(phantoms.ascending()));
        System.out.println("registration off by, in pixels of 128: " + estimate(phantoms.shift()));
        System.out.printf(
                "flagged as of another patient or view: %s of one patient's films, %s of two patients'%n",
                share(phantoms.flaggedSame()), share(phantoms.flaggedOther()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f", value);
    }

    private static String estimate(Estimate estimate) {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", estimate.value(), estimate.low(), estimate.high());
    }

    private static String share(Share share) {
        return String.format(
                Locale.ROOT,
                "%d of %d (%.0f %% [%.0f, %.0f])",
                share.count(),
                share.of(),
                100 * share.value(),
                100 * share.low(),
                100 * share.high());
    }
}
