package aerate.report;

import aerate.film.WholeFile;
import freemarker.core.InvalidReferenceException;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * A kind of page: one HTML file that holds its style and its pictures and loads nothing.
 *
 * <p>The model of each is described at the head of its template, such as {@code reading.ftlh} beside this
 * class. Values are maps, lists, records, strings and numbers; pictures are given as
 * {@link java.awt.image.BufferedImage}, {@link Chart} or the bytes of a GIF, PNG or JPEG.
 */
public enum Page {
    /** How well a checkpoint does on a set of films. */
    EVALUATION,
    /** Which method of treatment courses is to be believed. */
    COMPARISON,
    /** How well a denoiser finds disease that it was not shown. */
    DETECTION,
    /** A patient's later films beside the course of the first. */
    FOLLOWUP,
    /** How far the methods of heat maps can be trusted. */
    HEATMAPS,
    /** What Aerate says of one film. */
    READING,
    /** What the tangent kernels of a network say. */
    KERNEL,
    /** What the demo made, trained and measured. */
    DEMO,
    /** What a search tried, and what came of it. */
    SEARCH,
    /** What each step of a ladder of recipes buys. */
    LADDER,
    /** How diffusion whitens films. */
    WHITENING,
    /** The films of a pile, the most urgent first. */
    WORKLIST;

    private static final Configuration TEMPLATES = templates();

    /**
     * The page as HTML.
     *
     * @throws IllegalArgumentException if the model lacks what the template names, or holds it in another shape
     */
    public String html(Map<String, ?> model) {
        StringWriter html = new StringWriter();
        try {
            process(model, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return html.toString();
    }

    /**
     * Writes the page, whole or not at all, and while it is made: what the model hands over by an iterator is never in memory
     * all at once.
     *
     * @throws IOException if the folder cannot be written
     * @throws IllegalArgumentException as {@link #html}
     */
    public void write(Path target, Map<String, ?> model) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        WholeFile.write(target, file -> {
            Writer html = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
            process(model, html);
            html.flush();
        });
    }

    private void process(Map<String, ?> model, Writer html) throws IOException {
        try {
            TEMPLATES.getTemplate(file()).process(model, html);
        } catch (TemplateException e) {
            String lacking = e instanceof InvalidReferenceException ? " lacks " + e.getBlamedExpressionString() : "";
            throw new IllegalArgumentException("the model of " + file() + lacking + ": " + e.getMessage(), e);
        }
    }

    private String file() {
        return name().toLowerCase(Locale.ROOT) + ".ftlh";
    }

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(Page.class, "");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setLocale(Locale.ROOT);
        templates.setObjectWrapper(new PictureWrapper());
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        return templates;
    }
}
