package aerate.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A picture with a band below it that says, in its pixels, what it is not for: no part of the picture is covered. */
public final class ResearchBand {
    private static final String NOTICE = "RESEARCH USE ONLY \u2013 NOT FOR DIAGNOSIS";
    private static final float SMALLEST_TYPE = 6;

    /** Share of the width that the longer line takes. */
    private static final double FILLED = 0.9;

    /** Width that a picture is enlarged towards, so that the notice can be read. */
    private static final int LEGIBLE = 400;

    private ResearchBand() {}

    /**
     * The picture, enlarged by a whole factor if it is small, and the band.
     *
     * @param what the picture is, in a few words
     */
    public static BufferedImage below(BufferedImage picture, String what) {
        int factor = Math.max(1, (LEGIBLE + picture.getWidth() - 1) / picture.getWidth());
        BufferedImage legible = Scaling.enlarged(picture, factor);
        Font font = font(legible, what);
        int line = Math.round(1.5f * font.getSize2D());
        BufferedImage marked = new BufferedImage(
                legible.getWidth(), legible.getHeight() + 2 * line + line / 2, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = Typography.brush(marked);
        brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        brush.drawImage(legible, 0, 0, null);
        brush.setFont(font);
        brush.setColor(Typography.BRIGHT);
        Typography.centred(brush, NOTICE, marked.getWidth() / 2, legible.getHeight() + line);
        Typography.centred(brush, what, marked.getWidth() / 2, legible.getHeight() + 2 * line);
        brush.dispose();
        return marked;
    }

    /** As large as the longer line allows, but not out of proportion to a wide strip. */
    private static Font font(BufferedImage picture, String what) {
        Graphics2D brush = picture.createGraphics();
        FontMetrics metrics = brush.getFontMetrics(Typography.CAPTION);
        int widest = Math.max(metrics.stringWidth(NOTICE), metrics.stringWidth(what));
        brush.dispose();
        double fitting = Typography.CAPTION.getSize2D() * FILLED * picture.getWidth() / widest;
        double proportionate = Math.max(picture.getHeight(), LEGIBLE) / 16.0;
        return Typography.CAPTION.deriveFont((float) Math.max(SMALLEST_TYPE, Math.min(fitting, proportionate)));
    }
}
