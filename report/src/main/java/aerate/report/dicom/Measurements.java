package aerate.report.dicom;

import static aerate.report.dicom.Content.Relation.CONTAINS;
import static aerate.report.dicom.Content.Relation.HAS_CONCEPT_MOD;
import static aerate.report.dicom.Content.Relation.HAS_OBS_CONTEXT;

import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The part of a report that holds what was measured: one group for the film (PS3.16, TID 1501) and one for each part of the
 * region (TID 1410), each with the algorithm that found it (TID 4019).
 */
record Measurements(Finding finding, Equipment equipment, Reference film) {
    private static final Code GROUP = Code.dcm("125007", "Measurement Group");
    private static final Code FINDING = Code.dcm("121071", "Finding");
    private static final Code PNEUMONIA = Code.sct("233604007", "Pneumonia");
    private static final String UNLIKE = "UNLIKE the films that the model knows: do not believe it";
    private static final Code NO_UNITS = Code.ucum("1", "no units");

    DicomObject container() {
        List<DicomObject> groups = new ArrayList<>();
        groups.add(ofTheFilm());
        for (int i = 0; i < finding.region().size(); i++) {
            groups.add(ofAPart(finding.region().get(i), i + 1));
        }
        return Content.container(CONTAINS, Code.dcm("126010", "Imaging Measurements"), groups);
    }

    private DicomObject ofTheFilm() {
        List<DicomObject> items = new ArrayList<>(identified("Film"));
        if (finding.isPneumonia()) { // of a normal film, who lists findings must find none
            items.add(Content.code(CONTAINS, FINDING, PNEUMONIA));
        }
        Code verdict = finding.isPneumonia() ? Code.sct("52101004", "Present") : Code.sct("2667000", "Absent");
        items.add(Content.image(CONTAINS, Code.dcm("121112", "Source of Measurement"), film));
        items.add(Content.number(Code.dcm("122157", "Probability"), finding.probability(), NO_UNITS));
        items.add(Content.number(Code.dcm("111071", "CAD Operating Point"), finding.threshold(), NO_UNITS));
        items.add(Content.text(
                CONTAINS,
                Code.dcm("111081", "CAD Operating Point Description"),
                "Probability from which a film is called pneumonia: " + finding.chosen()));
        items.add(Content.code(CONTAINS, PNEUMONIA, verdict));
        if (finding.unlike()) {
            items.add(Content.text(CONTAINS, Code.dcm("121106", "Comment"), UNLIKE));
        }
        return Content.container(CONTAINS, GROUP, items);
    }

    private DicomObject ofAPart(Outline part, int number) {
        List<DicomObject> items = new ArrayList<>(identified("Region " + number));
        items.add(Content.code(CONTAINS, FINDING, PNEUMONIA));
        items.add(Content.polygon(Code.dcm("111030", "Image Region"), part, film));
        items.add(Content.number(Code.sct("42798000", "Area"), part.area(), Code.ucum("{pixels}", "pixels")));
        return Content.container(CONTAINS, GROUP, items);
    }

    private List<DicomObject> identified(String name) {
        return List.of(
                Content.text(HAS_OBS_CONTEXT, Code.dcm("112039", "Tracking Identifier"), name),
                Content.uid(HAS_OBS_CONTEXT, Code.dcm("112040", "Tracking Unique Identifier"), Uid.fresh()),
                Content.text(HAS_CONCEPT_MOD, Code.dcm("111001", "Algorithm Name"), equipment.model()),
                Content.text(
                        HAS_CONCEPT_MOD,
                        Code.dcm("111003", "Algorithm Version"),
                        "weights SHA-256 " + equipment.weightsHash() + ", Aerate " + equipment.version()),
                Content.text(HAS_CONCEPT_MOD, Code.dcm("111002", "Algorithm Parameters"), parameters()),
                Content.text(HAS_CONCEPT_MOD, Code.dcm("122405", "Algorithm Manufacturer"), Equipment.MANUFACTURER));
    }

    private String parameters() {
        return String.format(
                Locale.ROOT,
                "heat map: %s; region: from %.0f %% of its greatest value",
                finding.explainer(),
                100 * finding.regionLevel());
    }
}
