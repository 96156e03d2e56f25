package aerate.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Type and greys of the pictures. Greys only, so that a strip of grey films stays grey and its animation exact. */
final class Typography {
    static final Color BACKGROUND = new Color(0x141414);
    static final Color BRIGHT = new Color(0xDEDEDE);
    static final Color DIM = new Color(0x9A9A9A);
    /** A logical font: every Java has it. */
    static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    static final Font NOTE = CAPTION.deriveFont(12f);

    private Typography() {}

    /** A brush on the picture, which it clears to the background. */
    static Graphics2D brush(BufferedImage picture) {
        Graphics2D brush = picture.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        brush.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        brush.setColor(BACKGROUND);
        brush.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        return brush;
    }

    static void centred(Graphics2D brush, String text, int centre, int baseline) {
        brush.drawString(text, centre - brush.getFontMetrics().stringWidth(text) / 2, baseline);
    }

    /** The text, cut with an ellipsis where it is wider than the room. */
    static String fitted(FontMetrics metrics, String text, int room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int kept = text.length();
        while (kept > 0 && metrics.stringWidth(text.substring(0, kept) + "\u2026") > room) {
            kept--;
        }
        return text.substring(0, kept) + "\u2026";
    }
}
