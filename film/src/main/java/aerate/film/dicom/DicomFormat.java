package aerate.film.dicom;

import aerate.film.Film;
import aerate.film.FilmFormat;
import aerate.film.FilmHeader;
import aerate.film.FilmInfo;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.util.Optional;

/**
 * DICOM Part 10 files of projection radiographs (CR, DX) and secondary captures, as their header says that they be shown.
 * What is not read is refused by its name. Thread-safe.
 */
public final class DicomFormat implements FilmFormat {
    @Override
    public boolean matches(byte[] content) {
        return Part10.matches(content);
    }

    @Override
    public FilmHeader header(byte[] content, FilmInfo info) throws UnreadableFilmException {
        try {
            Part10 file = Part10.headerOf(content);
            Dataset header = file.dataset();
            String photometric = header.code(Tag.PHOTOMETRIC_INTERPRETATION).orElse("no photometric interpretation");
            String frames = header.code(Tag.NUMBER_OF_FRAMES)
                    .filter(number -> !number.equals("1"))
                    .map(number -> ", " + number + " frames")
                    .orElse("");
            return new FilmHeader(
                    "DICOM, " + file.syntax().title() + ", " + photometric + frames,
                    header.shown(Tag.STUDY_DESCRIPTION).or(() -> header.shown(Tag.SERIES_DESCRIPTION)),
                    HeaderInfo.of(header, info));
        } catch (DicomException e) {
            throw new UnreadableFilmException(info.source(), e.getMessage(), e);
        }
    }

    /** Reads the film of a file that has one frame: which of several is meant, {@link #read(byte[], FilmInfo, int)} says. */
    @Override
    public Film read(byte[] content, FilmInfo info) throws UnreadableFilmException {
        return read(content, info, Optional.empty());
    }

    /**
     * Reads one frame.
     *
     * @param frame from 1, as the standard counts
     * @throws UnreadableFilmException if the file is damaged, not read, or has no such frame
     */
    @Override
    public Film read(byte[] content, FilmInfo info, int frame) throws UnreadableFilmException {
        return read(content, info, Optional.of(frame));
    }

    private static Film read(byte[] content, FilmInfo info, Optional<Integer> frame) throws UnreadableFilmException {
        try {
            Part10 file = Part10.of(content);
            PixelDecoder decoder = file.syntax().decoder();
            Dataset header = file.dataset();
            PixelLayout layout = PixelLayout.of(header);
            FilmReader.requireSize(layout.width(), layout.height(), info.source());
            if (frame.isEmpty() && layout.frames() > 1) {
                throw new DicomException(
                        "a file's one frame was wanted, had " + layout.frames() + ": name one (FILE#2)");
            }
            int number = frame.orElse(1);
            if (number < 1 || number > layout.frames()) {
                throw new DicomException("a frame must be in [1, " + layout.frames() + "], was " + number);
            }
            short[] cells = decoder.decode(FrameBytes.of(file, layout, number - 1), layout);
            return Shades.film(cells, header, layout, HeaderInfo.of(header, info));
        } catch (DicomException e) {
            throw new UnreadableFilmException(info.source(), e.getMessage(), e);
        }
    }
}
