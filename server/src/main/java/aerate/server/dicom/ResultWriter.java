package aerate.server.dicom;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.Label;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.reading.course.RegionRule;
import aerate.reading.heatmap.HeatMap;
import aerate.reading.heatmap.HotRegion;
import aerate.report.Overlay;
import aerate.report.dicom.Equipment;
import aerate.report.dicom.Finding;
import aerate.report.dicom.Outline;
import aerate.report.dicom.SecondaryCapture;
import aerate.report.dicom.StructuredReport;
import aerate.server.film.FilmPictures;
import aerate.server.film.Films;
import aerate.server.reading.Readings;
import aerate.server.reading.StoredReading;
import aerate.server.store.ObjectStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes secondary capture and structured report of readings, after they are written: what fails is made another time. */
@Component
class ResultWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);
    private static final int AT_ONCE = 20;
    private static final int GRID = 64; // cells of the region, as elsewhere
    private static final double REGION_LEVEL = RegionRule.DEFAULT.threshold();

    private final DicomResults results;
    private final Films stored;
    private final FilmPictures pictures;
    private final Readings readings;
    private final ObjectStore store;

    ResultWriter(DicomResults results, Films films, FilmPictures pictures, Readings readings, ObjectStore store) {
        this.results = results;
        this.stored = films;
        this.pictures = pictures;
        this.readings = readings;
        this.store = store;
    }

    @Scheduled(fixedDelayString = "${aerate.results-every:2000}")
    void write() {
        List<DicomResults.Bare> films;
        try {
            films = results.bare(AT_ONCE);
        } catch (DataAccessException e) {
            LOG.warn("the database failed: {}; trying again", e.getClass().getSimpleName());
            return;
        }
        for (DicomResults.Bare film : films) {
            try {
                write(film);
            } catch (DuplicateKeyException e) {
                LOG.debug("another server was faster");
            } catch (IOException | RuntimeException e) {
                LOG.warn("no DICOM results of film {}: {}", film.id(), e.toString());
            }
        }
    }

    private void write(DicomResults.Bare bare) throws IOException {
        byte[] file = pictures.file(stored.get(bare.tenant(), bare.id()));
        StoredReading reading =
                readings.find(bare.id(), Optional.of(bare.hash())).orElseThrow();
        String source = bare.id().toString();
        DicomHeader header = DicomHeader.of(file, source).orElseThrow();
        Film film = FilmReader.read(file, source);
        HeatMap map = reading.heatMap();
        Optional<HotRegion> region =
                reading.verdict() == Label.PNEUMONIA ? HotRegion.of(map, REGION_LEVEL, GRID, GRID) : Optional.empty();
        Equipment equipment = new Equipment(
                "server (" + System.getProperty("aerate.commit", "unknown") + ")", reading.model(), reading.hash());
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        byte[] capture = SecondaryCapture.of(
                painted(film, map, region),
                header,
                "heat map for pneumonia (" + map.method() + ")",
                "Heat map painted over the film by " + map.method() + ".",
                equipment,
                now);
        byte[] report = StructuredReport.of(
                finding(reading, film, region),
                header,
                DicomHeader.of(capture, source).orElseThrow(),
                equipment,
                now);
        results.add(
                List.of(kept(bare, DicomResult.Kind.CAPTURE, capture), kept(bare, DicomResult.Kind.REPORT, report)));
    }

    private static BufferedImage painted(Film film, HeatMap map, Optional<HotRegion> region) {
        return region.isPresent()
                ? Overlay.outlined(
                        film,
                        map.evidence(),
                        map.width(),
                        map.height(),
                        region.get().level())
                : Overlay.paint(film, map.evidence(), map.width(), map.height());
    }

    private static Finding finding(StoredReading reading, Film film, Optional<HotRegion> region) {
        List<Outline> outlines = region.map(
                        hot -> Outline.of(hot.inside(), hot.width(), hot.height(), film.width(), film.height()))
                .orElse(List.of());
        return new Finding(
                reading.probability(),
                reading.threshold(),
                reading.chosen(),
                reading.unlike(),
                reading.method(),
                REGION_LEVEL,
                outlines);
    }

    private DicomResult kept(DicomResults.Bare film, DicomResult.Kind kind, byte[] object) throws IOException {
        DicomHeader header = DicomHeader.of(object, film.id().toString()).orElseThrow();
        String instance = header.uid(Attribute.SOP_INSTANCE_UID).value();
        String key = "dicom/" + film.id() + "/" + instance.replace('.', '_');
        store.put(key, new ByteArrayInputStream(object));
        return new DicomResult(
                film.id(),
                film.tenant(),
                film.hash(),
                kind,
                header.uid(Attribute.STUDY_INSTANCE_UID).value(),
                header.uid(Attribute.SERIES_INSTANCE_UID).value(),
                instance,
                key);
    }
}
