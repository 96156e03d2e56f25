package aerate.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Panels beside each other on a dark ground, as films hang on a viewing box. Small films are enlarged by a whole factor,
 * so that each of their pixels stays a square; large ones are averaged down.
 */
public final class Strip {
    /** Sides of a cell in pixels: what small films are enlarged towards, and what large ones are brought down to. */
    private static final int SMALL = 192;

    private static final int LARGE = 384;
    private static final int GAP = 12;

    /** Width at which a page shows a strip: the type of a wider one is larger by as much, so that it stays legible. */
    private static final double SHOWN = 1100;

    private final List<Row> rows;
    private final int cellWidth;
    private final int cellHeight;
    private final int columns;
    private final Font caption;
    private final Font note;
    private final int line;
    private final int titleWidth;
    private final int textHeight;

    /**
     * Panels of one row of a grid.
     *
     * @param title written before them; may be empty
     */
    public record Row(String title, List<Panel> panels) {
        public Row {
            panels = List.copyOf(panels);
            if (panels.isEmpty()) {
                throw new IllegalArgumentException("a row must have at least one panel, had 0");
            }
        }
    }

    private Strip(List<Row> rows) {
        this.rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a strip must have at least one row, had 0");
        }
        cellWidth = Math.max(SMALL, greatest(panel -> fitted(panel.picture()).getWidth()));
        cellHeight = greatest(panel -> fitted(panel.picture()).getHeight());
        columns = rows.stream().mapToInt(row -> row.panels().size()).max().orElseThrow();
        float scale = (float) Math.max(1, columns * (cellWidth + GAP) / SHOWN);
        caption = Typography.CAPTION.deriveFont(Typography.CAPTION.getSize2D() * scale);
        note = Typography.NOTE.deriveFont(Typography.NOTE.getSize2D() * scale);
        line = Math.round(19 * scale);
        titleWidth = rows.stream().allMatch(row -> row.title().isEmpty()) ? 0 : titleWidth();
        textHeight = line
                * greatest(panel ->
                        (panel.caption().isEmpty() ? 0 : 1) + (panel.note().isEmpty() ? 0 : 1));
    }

    /** One row. */
    public static BufferedImage row(List<Panel> panels) {
        return grid(List.of(new Row("", panels)));
    }

    /** Rows of cells of one size, each with its title. */
    public static BufferedImage grid(List<Row> rows) {
        return new Strip(rows).paint();
    }

    private BufferedImage paint() {
        int rowHeight = cellHeight + textHeight + GAP;
        BufferedImage picture = new BufferedImage(
                titleWidth + GAP + columns * (cellWidth + GAP),
                GAP + rows.size() * rowHeight,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = Typography.brush(picture);
        for (int i = 0; i < rows.size(); i++) {
            int top = GAP + i * rowHeight;
            brush.setFont(caption);
            brush.setColor(Typography.BRIGHT);
            brush.drawString(rows.get(i).title(), GAP, top + cellHeight / 2 + line / 4);
            int left = titleWidth + GAP;
            for (Panel panel : rows.get(i).panels()) {
                paint(brush, panel, left, top);
                left += cellWidth + GAP;
            }
        }
        brush.dispose();
        return picture;
    }

    private void paint(Graphics2D brush, Panel panel, int left, int top) {
        BufferedImage film = fitted(panel.picture());
        int middle = left + cellWidth / 2;
        brush.drawImage(film, middle - film.getWidth() / 2, top + (cellHeight - film.getHeight()) / 2, null);
        int baseline = top + cellHeight + line * 4 / 5;
        brush.setFont(caption);
        brush.setColor(Typography.BRIGHT);
        Typography.centred(brush, cut(brush, panel.caption()), middle, baseline);
        brush.setFont(note);
        brush.setColor(Typography.DIM);
        Typography.centred(
                brush, cut(brush, panel.note()), middle, panel.caption().isEmpty() ? baseline : baseline + line);
    }

    private static BufferedImage fitted(BufferedImage picture) {
        return Scaling.between(picture, SMALL, LARGE);
    }

    private String cut(Graphics2D brush, String text) {
        return Typography.fitted(brush.getFontMetrics(), text, cellWidth);
    }

    private int titleWidth() {
        BufferedImage measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = measure.createGraphics();
        FontMetrics metrics = brush.getFontMetrics(caption);
        int widest = rows.stream()
                .mapToInt(row -> metrics.stringWidth(row.title()))
                .max()
                .orElseThrow();
        brush.dispose();
        return widest + GAP;
    }

    private int greatest(ToIntFunction<Panel> measure) {
        return rows.stream()
                .flatMap(row -> row.panels().stream())
                .mapToInt(measure)
                .max()
                .orElseThrow();
    }
}
