package aerate.film.phantom;

import aerate.film.Film;
import aerate.film.FilmInfo;
import java.util.List;

/** Turns a {@link Scene} into pixels: attenuation at four points per pixel, through the gradation, averaged. */
final class Renderer {
    private static final int OVERSAMPLING = 2;
    /** Below this mean extent a pixel counts as healthy and is taken from the twin. */
    private static final double LEAST_EXTENT = 0.03;

    private final Scene scene;
    private final int size;
    private final int samples;
    private final Exposure.Gradation gradation;
    private final StrokeLayer bones;
    private final StrokeLayer vessels;
    private final StrokeLayer devices;
    private final StrokeLayer ink;
    private final float[] film;
    private final float[] extent;
    private final float[] twin;

    private Renderer(Scene scene, int size) {
        this.scene = scene;
        this.size = size;
        this.samples = OVERSAMPLING * size;
        this.gradation = scene.exposure().gradation();
        this.bones = body(scene.anatomy().bones());
        this.vessels = body(scene.anatomy().vessels());
        this.devices = body(scene.markings().devices());
        this.ink = StrokeLayer.of(samples, Positioning.FILM, scene.markings().ink());
        this.film = new float[size * size];
        this.extent = new float[size * size];
        this.twin = new float[size * size];
    }

    private StrokeLayer body(List<Stroke> strokes) {
        return StrokeLayer.of(samples, scene.positioning(), strokes);
    }

    /** The scene at {@code size x size} pixels. */
    static Exposed render(Scene scene, int size, FilmInfo info) {
        return new Renderer(scene, size).render(info);
    }

    private Exposed render(FilmInfo info) {
        for (int row = 0; row < samples; row++) {
            for (int column = 0; column < samples; column++) {
                expose(row, column);
            }
        }
        for (int pixel = 0; pixel < film.length; pixel++) {
            twin[pixel] = finished(twin[pixel], pixel);
            boolean sick = extent[pixel] > LEAST_EXTENT * OVERSAMPLING * OVERSAMPLING;
            film[pixel] = sick ? finished(film[pixel], pixel) : twin[pixel];
            extent[pixel] = sick ? 1 : 0;
        }
        return new Exposed(
                Film.ofValues(size, size, 8, film, info),
                Film.ofValues(size, size, 1, extent, info),
                Film.ofValues(size, size, 8, twin, info));
    }

    /** Adds one sampling point to its pixel. */
    private void expose(int row, int column) {
        int sample = row * samples + column;
        int pixel = row / OVERSAMPLING * size + column / OVERSAMPLING;
        double filmX = StrokeLayer.coordinate(column, samples);
        double filmY = StrokeLayer.coordinate(row, samples);
        double open = scene.exposure().shutters().open(filmX, filmY);
        if (open == 0) {
            add(pixel, (float) ink.at(sample));
            return;
        }
        Anatomy anatomy = scene.anatomy();
        double y = scene.positioning().bodyY(filmX, filmY);
        double x = scene.positioning().bodyX(filmX, filmY) - anatomy.spine().middle(y);
        double breath = scene.positioning().breath();
        double cover = anatomy.mediastinum().cover(x, y);
        double solid = anatomy.solid(x, y, cover, breath) + bones.at(sample) + devices.at(sample);
        solid *= 1 + scene.exposure().slant() * filmX;

        double aerated = anatomy.lungs().share(x, y, breath) * (1 - cover);
        double vessel = vessels.at(sample) * aerated;
        double air = anatomy.lungs().air(x, y, aerated) - vessel;
        float healthy = shown(solid - air, open, sample);
        add(pixel, healthy);
        double reach = aerated == 0 || scene.lesion().isEmpty()
                ? 0
                : scene.lesion().get().extent(x, y);
        if (reach > 0) {
            double loss = Math.min(0.95, scene.severity() * scene.lesion().get().loss(x, y, reach));
            // Beside each vessel runs a bronchus, seen where the lung around it is full.
            double sick = solid - air * (1 - loss) - 0.5 * loss * vessel;
            film[pixel] += shown(sick, open, sample) - healthy;
            extent[pixel] += (float) (reach * aerated * open);
        }
    }

    private void add(int pixel, float healthy) {
        film[pixel] += healthy;
        twin[pixel] += healthy;
    }

    private float shown(double attenuation, double open, int sample) {
        double brightness = open * gradation.brightness(attenuation);
        return (float) (brightness + (1 - brightness) * ink.at(sample));
    }

    /** The mean of a pixel's points, with quantum noise: stronger where less radiation arrived, finer on larger films. */
    private float finished(float sum, int pixel) {
        double brightness = sum / (OVERSAMPLING * OVERSAMPLING);
        double strength = scene.exposure().noise() * size / 224 * (0.3 + brightness);
        long seed = scene.noise();
        double noise = FractalNoise.lattice(seed, pixel, 0)
                + FractalNoise.lattice(seed, pixel, 1)
                + FractalNoise.lattice(seed, pixel, 2); // of variance 1, near enough to a Gaussian
        return (float) Shade.clamp(brightness + strength * noise, 0, 1);
    }
}
