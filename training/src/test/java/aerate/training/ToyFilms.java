package aerate.training;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmSource;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Films that a child tells apart: noise, and for the sick a bright square in it. Each film is a patient.
 *
 * @param size of the films in pixels
 * @param seed of the sick films' noise; that of the normal ones is always the same
 * @param readable which names can be read
 */
record ToyFilms(List<LabelledFilm> films, int size, long seed, Predicate<String> readable) implements FilmSource {
    static ToyFilms of(int normal, int sick) {
        return of(normal, sick, 1);
    }

    static ToyFilms of(int normal, int sick, long seed) {
        Stream<LabelledFilm> films = Stream.concat(
                IntStream.range(0, normal).mapToObj(i -> film(Label.NORMAL, i)),
                IntStream.range(0, sick).mapToObj(i -> film(Label.PNEUMONIA, i)));
        return new ToyFilms(films.toList(), 32, seed, name -> true);
    }

    private static LabelledFilm film(Label label, int number) {
        String name = label + "/" + number;
        return new LabelledFilm(name, label, Optional.empty(), name, Optional.empty());
    }

    ToyFilms withUnreadable(String broken) {
        return new ToyFilms(films, size, seed, name -> !name.equals(broken));
    }

    @Override
    public String name() {
        return "toy films";
    }

    @Override
    public String licence() {
        return "CC0-1.0";
    }

    @Override
    public Film read(LabelledFilm film) throws UnreadableFilmException {
        if (!readable.test(film.name())) {
            throw new UnreadableFilmException(film.name(), "a toy must be whole, was broken");
        }
        boolean sick = film.label() == Label.PNEUMONIA;
        SplittableRandom random = new SplittableRandom(film.name().hashCode() + (sick ? seed : 0));
        short[] samples = new short[size * size];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt(120);
        }
        int left = random.nextInt(size / 2);
        for (int y = size / 4; sick && y < 3 * size / 4; y++) {
            Arrays.fill(samples, y * size + left, y * size + left + size / 2, (short) 220);
        }
        FilmInfo info = new FilmInfo(film.name(), Optional.empty(), FilmInfo.View.FRONTAL, Optional.empty());
        return Film.of(size, size, 8, samples, info);
    }

    /** Of broken ones too: as a file's, it is there whether or not the file can be decoded. */
    @Override
    public String contentHash(LabelledFilm film) {
        return film.name() + "/" + seed;
    }
}
