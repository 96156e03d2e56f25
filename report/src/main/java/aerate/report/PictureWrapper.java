package aerate.report;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Hands pictures of a model to the templates as data URIs: text that an {@code img} can show without loading a file. */
final class PictureWrapper extends DefaultObjectWrapper {
    PictureWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        if (value instanceof BufferedImage pixels) {
            return uri("image/png", png(pixels));
        }
        if (value instanceof Chart chart) {
            return uri("image/svg+xml", chart.svg().getBytes(StandardCharsets.UTF_8));
        }
        if (value instanceof byte[] file) {
            return uri(type(file), file);
        }
        return super.wrap(value);
    }

    private static String type(byte[] file) throws TemplateModelException {
        int first = file.length == 0 ? -1 : file[0] & 0xFF;
        return switch (first) {
            case 'G' -> "image/gif";
            case 0x89 -> "image/png";
            case 0xFF -> "image/jpeg";
            default ->
                throw new TemplateModelException(
                        "a picture's bytes must be of a GIF, PNG or JPEG file, began with " + first);
        };
    }

    /** As one grey channel where that loses nothing: a third of the size. */
    private static byte[] png(BufferedImage picture) {
        int[] pixels = FilmPicture.pixels(picture);
        byte[] grey = new byte[pixels.length];
        boolean isGrey = true;
        for (int i = 0; i < pixels.length && isGrey; i++) {
            grey[i] = (byte) pixels[i];
            isGrey = (pixels[i] & 0xFFFFFF) == (pixels[i] & 0xFF) * 0x010101;
        }
        BufferedImage written = picture;
        if (isGrey) {
            written = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            written.getRaster().setDataElements(0, 0, picture.getWidth(), picture.getHeight(), grey);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(written, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static SimpleScalar uri(String type, byte[] bytes) {
        return new SimpleScalar(
                "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes));
    }
}
