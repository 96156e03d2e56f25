package aerate.report.dicom;

import static aerate.report.dicom.Content.Relation.CONTAINS;
import static aerate.report.dicom.Content.Relation.HAS_ACQ_CONTEXT;
import static aerate.report.dicom.Content.Relation.HAS_CONCEPT_MOD;
import static aerate.report.dicom.Content.Relation.HAS_OBS_CONTEXT;

import aerate.film.UnreadableFilmException;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A finding as a Comprehensive 3D SR document (PS3.3, A.35.13) after the template Measurement Report (PS3.16, TID 1500). */
public final class StructuredReport {
    private static final String CLASS = "1.2.840.10008.5.1.4.1.1.88.34";

    private StructuredReport() {}

    /**
     * The report, in the film's study.
     *
     * @param film the header of the film
     * @param heatMap the header of the secondary capture that shows the map, in the same study
     * @throws UnreadableFilmException if a header lacks what a reference needs
     */
    public static byte[] of(
            Finding finding, DicomHeader film, DicomHeader heatMap, Equipment equipment, LocalDateTime now)
            throws UnreadableFilmException {
        Reference image = Reference.of(film);
        Reference map = Reference.of(heatMap);
        DicomObject template =
                new DicomObject().text(Attribute.MAPPING_RESOURCE, "DCMR").text(Attribute.TEMPLATE_IDENTIFIER, "1500");
        DicomObject report = StudyObject.of(film, CLASS, now)
                .text(Attribute.MODALITY, "SR")
                .text(Attribute.SERIES_NUMBER, "1")
                .text(Attribute.SERIES_DESCRIPTION, PlainText.line(Notice.SHORT + ": measurement report"))
                .text(Attribute.MANUFACTURER_MODEL_NAME, PlainText.line(equipment.model()))
                .text(Attribute.DEVICE_SERIAL_NUMBER, equipment.fingerprint())
                .text(Attribute.SOFTWARE_VERSIONS, PlainText.line(equipment.version()))
                .items(Attribute.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE)
                .items(Attribute.PERFORMED_PROCEDURE_CODE_SEQUENCE)
                .text(Attribute.COMPLETION_FLAG, "COMPLETE")
                .text(Attribute.COMPLETION_FLAG_DESCRIPTION, Notice.SHORT)
                .text(Attribute.VERIFICATION_FLAG, "UNVERIFIED")
                .text(Attribute.PRELIMINARY_FLAG, "PRELIMINARY")
                .items(
                        Attribute.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
                        evidence(film.uid(Attribute.STUDY_INSTANCE_UID), image, map))
                .text(Attribute.VALUE_TYPE, "CONTAINER")
                .items(Attribute.CONTENT_TEMPLATE_SEQUENCE, template);
        List<DicomObject> content = new ArrayList<>(context(equipment));
        content.add(library(film, image, map));
        content.add(new Measurements(finding, equipment, image).container());
        content.add(Content.container(
                CONTAINS,
                new Code("C0034375", "UMLS", "Qualitative Evaluations"),
                List.of(Content.text(CONTAINS, Code.dcm("121106", "Comment"), Notice.LONG))));
        return Content.heading(report, Code.dcm("126000", "Imaging Measurement Report"), content)
                .file();
    }

    private static DicomObject evidence(Uid study, Reference... images) {
        List<DicomObject> series = new ArrayList<>();
        for (Reference image : images) {
            series.add(new DicomObject()
                    .uid(Attribute.SERIES_INSTANCE_UID, image.series())
                    .items(Attribute.REFERENCED_SOP_SEQUENCE, image.item()));
        }
        return new DicomObject()
                .uid(Attribute.STUDY_INSTANCE_UID, study)
                .items(Attribute.REFERENCED_SERIES_SEQUENCE, series);
    }

    /** Language, observer (TID 1204, 1001) and procedure. */
    private static List<DicomObject> context(Equipment equipment) {
        return List.of(
                Content.code(
                        HAS_CONCEPT_MOD,
                        Code.dcm("121049", "Language of Content Item and Descendants"),
                        new Code("en", "RFC5646", "English")),
                Content.code(HAS_OBS_CONTEXT, Code.dcm("121005", "Observer Type"), Code.dcm("121007", "Device")),
                Content.uid(
                        HAS_OBS_CONTEXT,
                        Code.dcm("121012", "Device Observer UID"),
                        Uid.ofHash(equipment.fingerprint())),
                Content.text(HAS_OBS_CONTEXT, Code.dcm("121013", "Device Observer Name"), equipment.model()),
                Content.text(
                        HAS_OBS_CONTEXT, Code.dcm("121014", "Device Observer Manufacturer"), Equipment.MANUFACTURER),
                Content.code(
                        HAS_CONCEPT_MOD,
                        Code.dcm("121058", "Procedure reported"),
                        Code.sct("399208008", "Plain chest X-ray")));
    }

    /** TID 1600: the film and the picture of its heat map. */
    private static DicomObject library(DicomHeader film, Reference image, Reference map) {
        Code modality = switch (film.text(Attribute.MODALITY).orElse("")) {
            case "CR" -> Code.dcm("CR", "Computed Radiography");
            case "DX" -> Code.dcm("DX", "Digital Radiography");
            default -> Code.dcm("OT", "Other Modality");
        };
        return Content.container(
                CONTAINS,
                Code.dcm("111028", "Image Library"),
                List.of(group(modality, image), group(Code.dcm("OT", "Other Modality"), map)));
    }

    private static DicomObject group(Code modality, Reference image) {
        return Content.container(
                CONTAINS,
                Code.dcm("126200", "Image Library Group"),
                List.of(
                        Content.code(HAS_ACQ_CONTEXT, Code.dcm("121139", "Modality"), modality),
                        Content.image(CONTAINS, image)));
    }
}
