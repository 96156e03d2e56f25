package aerate.cli;

import aerate.reading.followup.FollowUp;
import aerate.reading.followup.Registration;
import aerate.training.metrics.Share;
import java.util.List;

/**
 * How often films are flagged as of another patient or view.
 *
 * @param threshold of the correlation below which they are
 * @param onePatient share of pairs of a patient's first film and a later one: flagged for nothing
 * @param twoPatients share of pairs of two patients' first films: rightly flagged
 */
record FlagRates(double threshold, Share onePatient, Share twoPatients) {
    static FlagRates of(List<FollowedPatient> patients) {
        List<FollowedFilm> later = patients.stream()
                .flatMap(patient -> patient.figures().stream().skip(1))
                .toList();
        int flagged = 0;
        int pairs = 0;
        for (int i = 0; i < patients.size(); i++) {
            for (int j = i + 1; j < patients.size(); j++) {
                Registration registration = Registration.of(
                        patients.get(i).films().get(0), patients.get(j).films().get(0));
                flagged += registration.correlation() < FollowUp.SAME_PATIENT ? 1 : 0;
                pairs++;
            }
        }
        return new FlagRates(
                FollowUp.SAME_PATIENT,
                Share.of((int) later.stream().filter(film -> !film.comparable()).count(), later.size()),
                Share.of(flagged, pairs));
    }
}
