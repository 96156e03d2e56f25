package aerate.cli;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.dicom.DicomHeader;
import aerate.reading.course.RegionRule;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.HeatMap;
import aerate.reading.heatmap.HotRegion;
import aerate.report.Overlay;
import aerate.report.dicom.Equipment;
import aerate.report.dicom.Finding;
import aerate.report.dicom.Outline;
import aerate.report.dicom.SecondaryCapture;
import aerate.report.dicom.StructuredReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Diagnoses as DICOM: {@code FILM-heatmap.dcm} and {@code FILM-report.dcm}, in the films' studies. */
record DicomReports(DicomFolder folder) {
    /** Cells of a region's grid: as a course's, finer than any heat map, and few enough for a polygon's greatest length. */
    private static final int GRID = 64;

    private static final double REGION_LEVEL = RegionRule.DEFAULT.threshold();

    void write(NamedFilm named, Diagnosis diagnosis, HeatMap map) throws IOException {
        Film film = named.read();
        DicomHeader header = folder.header(named, film);
        Equipment equipment = DicomFolder.equipment(diagnosis.model(), diagnosis.weightsHash());
        Optional<HotRegion> region =
                diagnosis.verdict() == Label.PNEUMONIA ? HotRegion.of(map, REGION_LEVEL, GRID, GRID) : Optional.empty();
        byte[] capture = SecondaryCapture.of(
                region.map(hot -> Overlay.outlined(film, map.evidence(), map.width(), map.height(), hot.level()))
                        .orElseGet(() -> Pictures.overlay(film, map)),
                header,
                "heat map for pneumonia (" + map.method() + ")",
                "Heat map painted over the film by " + map.method() + ".",
                equipment,
                folder.now());
        Finding finding = new Finding(
                diagnosis.probability(),
                diagnosis.operatingPoint().threshold(),
                diagnosis.operatingPoint().chosen(),
                diagnosis.unlike(),
                map.method(),
                REGION_LEVEL,
                region.map(hot -> outlines(hot, film)).orElse(List.of()));
        DicomHeader drawn = DicomHeader.of(capture, "heat map").orElseThrow();
        byte[] report = StructuredReport.of(finding, header, drawn, equipment, folder.now());
        folder.write(named, "heatmap", capture);
        folder.write(named, "report", report);
    }

    private static List<Outline> outlines(HotRegion hot, Film film) {
        return Outline.of(hot.inside(), hot.width(), hot.height(), film.width(), film.height());
    }
}
