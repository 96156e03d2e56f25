package aerate.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that {@code aerate follow-up} found.
 *
 * @param patients in the order in which they were given
 * @param phantoms in their place, if these were asked for
 * @param flags how often films are flagged; of two patients or more
 * @param crp whether figures and CRP agree; none where that is not known
 */
record FollowUpResult(
        List<FollowedPatient> patients,
        Optional<PhantomFollowUps> phantoms,
        Optional<FlagRates> flags,
        List<CrpAgreement> crp) {
    static final String NOTE = "λ and recovery are severities, not times; research use only";

    static FollowUpResult of(List<FollowedPatient> patients) {
        return new FollowUpResult(
                patients,
                Optional.empty(),
                patients.size() < 2 ? Optional.empty() : Optional.of(FlagRates.of(patients)),
                CrpAgreement.of(patients));
    }

    static FollowUpResult of(PhantomFollowUps phantoms) {
        return new FollowUpResult(List.of(), Optional.of(phantoms), Optional.empty(), List.of());
    }

    /**
     * What {@code --json} writes.
     *
     * @param note what λ is not
     * @param patients by name, their films in order; none of those whose first film is called normal
     * @param normal the names of these
     * @param phantoms as above
     * @param flags as above
     * @param crp as above
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Figures(
            String note,
            Map<String, List<FollowedFilm>> patients,
            List<String> normal,
            Optional<PhantomFollowUps> phantoms,
            Optional<FlagRates> flags,
            List<CrpAgreement> crp) {}

    Figures figures() {
        Map<String, List<FollowedFilm>> films = new LinkedHashMap<>();
        placed().forEach(patient -> films.put(patient.name(), patient.figures()));
        return new Figures(NOTE, films, normal(), phantoms, flags, crp);
    }

    /** Patients whose first film has a course. */
    List<FollowedPatient> placed() {
        return patients.stream().filter(patient -> !patient.course().spared()).toList();
    }

    /** Names of the others. */
    List<String> normal() {
        return patients.stream()
                .filter(patient -> patient.course().spared())
                .map(FollowedPatient::name)
                .toList();
    }
}
