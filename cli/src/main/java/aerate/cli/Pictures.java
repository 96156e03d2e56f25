package aerate.cli;

import aerate.film.Film;
import aerate.film.Npy;
import aerate.film.NpyElement;
import aerate.film.WholeFile;
import aerate.reading.heatmap.HeatMap;
import aerate.report.Overlay;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes pictures and maps to files, each whole or not at all. */
final class Pictures {
    private Pictures() {}

    static void writePng(BufferedImage picture, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        WholeFile.write(file, bytes.toByteArray());
    }

    /** The map as the method gave it: float32, {@code h x w}, unscaled. */
    static void writeNpy(HeatMap map, Path file) throws IOException {
        float[] values = map.values();
        Npy.of(NpyElement.F4, List.of(map.height(), map.width()), i -> values[i])
                .write(file);
    }

    static BufferedImage overlay(Film film, HeatMap map) {
        return Overlay.paint(film, map.evidence(), map.width(), map.height());
    }
}
