package aerate.server.reading;

import aerate.reading.heatmap.HeatMap;
import aerate.report.ColourMap;
import java.awt.image.BufferedImage;

/** A heat map alone, to be laid over a film by whoever shows it: colour by strength, and as opaque as strong. */
final class HeatMapPicture {
    private static final int LONGEST_SIDE = 512; // a map is coarse: a browser enlarges it as well

    private HeatMapPicture() {}

    /** Of the shape of a film, though not of its size. */
    static BufferedImage of(HeatMap map, int filmWidth, int filmHeight) {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(filmWidth, filmHeight));
        int width = Math.max(1, (int) Math.round(filmWidth * scale));
        int height = Math.max(1, (int) Math.round(filmHeight * scale));
        float[] heat = map.evidence(width, height);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < heat.length; i++) {
            int colour = ColourMap.HEAT.rgb(heat[i]) | Math.round(255 * heat[i]) << 24;
            picture.setRGB(i % width, i / width, colour);
        }
        return picture;
    }
}
