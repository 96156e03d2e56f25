package aerate.reading.diagnosis;

import aerate.film.Film;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A trained network that tells pneumonia from normal, or several of one kind of input that do so together (a deep ensemble,
 * Lakshminarayanan et al. 2017), with all that their checkpoints say of their use.
 */
public final class Classifier implements AutoCloseable {
    private static final int BATCH = 16;

    private final List<Member> members;
    private final Panel panel;
    private final Views views;

    private Classifier(List<Member> members, Views views) {
        this.members = members;
        this.panel = Panel.of(members.stream().map(Member::judgement).toList());
        this.views = views;
    }

    /** As the other {@code open}, of one checkpoint, which sees each film once. */
    public static Classifier open(Path folder, Device device) throws IOException {
        return open(List.of(folder), Views.ONE, device);
    }

    /**
     * Loads classifiers' checkpoints.
     *
     * @param views how often each network sees a film
     * @throws IOException naming what is missing, damaged or of another kind
     * @throws IllegalArgumentException if there is none, or they want their films prepared in different ways
     */
    public static Classifier open(List<Path> folders, Views views, Device device) throws IOException {
        if (folders.isEmpty()) {
            throw new IllegalArgumentException("a classifier must have at least one checkpoint, had none");
        }
        List<Member> members = new ArrayList<>();
        try {
            for (Path folder : folders) {
                members.add(Member.open(folder, device));
                requireSameInput(members, folders);
            }
            return new Classifier(members, views);
        } catch (IOException | RuntimeException e) {
            members.forEach(Member::close);
            throw e;
        }
    }

    private static void requireSameInput(List<Member> members, List<Path> folders) {
        int last = members.size() - 1;
        Member first = members.get(0);
        Member other = members.get(last);
        if (!first.input().equals(other.input()) || first.channels() != other.channels()) {
            throw new IllegalArgumentException(
                    "networks that judge together must have the same input: %s wants %s and %d channels, %s %s and %d"
                            .formatted(
                                    folders.get(0),
                                    first.input(),
                                    first.channels(),
                                    folders.get(last),
                                    other.input(),
                                    other.channels()));
        }
    }

    /** What reports call the model. */
    public String model() {
        return panel.model();
    }

    /** SHA-256 of its weights; of several, joined by " + ". */
    public String weightsHash() {
        return panel.weightsHash();
    }

    /** How often each network sees a film. */
    public int views() {
        return views.count();
    }

    /** From which probability a film is called sick, and how that was chosen. */
    public Manifest.OperatingPoint operatingPoint() {
        return panel.operatingPoint();
    }

    /** Height and width of what the network sees. */
    public int size() {
        return members.get(0).input().size();
    }

    /** How films become the network's input, for whoever asks {@link #network} itself. */
    public InputTransform input() {
        return members.get(0).input();
    }

    /** Channels of the network's input. */
    public int channels() {
        return members.get(0).channels();
    }

    /** The network, of several the first, for explainers; it stays this classifier's. */
    public Network network() {
        return members.get(0).network();
    }

    /**
     * A film at the size of the network's input: all that a diagnosis or a heat map of it needs, and it is the same. For
     * whoever makes films ready ahead, in other threads.
     */
    public Film atInputSize(Film film) {
        int size = members.get(0).input().size();
        return film.resized(size, size);
    }

    /** As {@link #diagnose(List)}, of one film. */
    public Diagnosis diagnose(Film film) {
        return diagnose(List.of(film)).get(0);
    }

    /**
     * The diagnoses of films, in their order. To the rounding of the arithmetic, a film's depends on no other film.
     *
     * @throws ArithmeticException if the network gives a score that is no finite number, naming film and model
     */
    public List<Diagnosis> diagnose(List<Film> films) {
        List<List<Member.Opinion>> opinions = inBatches(films, batch -> {
            List<List<Member.Opinion>> ofMembers = members.stream()
                    .map(member -> member.opinions(batch, views))
                    .toList();
            return IntStream.range(0, (int) batch.size(0))
                    .mapToObj(film ->
                            ofMembers.stream().map(opinion -> opinion.get(film)).toList())
                    .toList();
        });
        return IntStream.range(0, films.size())
                .mapToObj(i -> diagnosis(films.get(i), opinions.get(i)))
                .toList();
    }

    /** The film is as unlike as the member that knows it least finds it. */
    private Diagnosis diagnosis(Film film, List<Member.Opinion> opinions) {
        Optional<Typicality> least = opinions.stream()
                .flatMap(opinion -> opinion.typicality().stream())
                .min(Comparator.comparingDouble(Typicality::share));
        List<List<Double>> logits =
                opinions.stream().map(Member.Opinion::logits).toList();
        return panel.of(film.info().source(), logits, least);
    }

    /**
     * Prepares films as the network's input, batch by batch, and gathers what a function makes of them: without gradients,
     * each batch in a scope of its own.
     *
     * @param function of {@code N x channels x size x size} to N results that are plain Java
     */
    public <R> List<R> inBatches(List<Film> films, Function<Tensor, List<R>> function) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < films.size(); from += BATCH) {
            List<Film> some = films.subList(from, Math.min(films.size(), from + BATCH));
            try (Scope scope = Scope.open();
                    Gradients off = Gradients.off()) {
                results.addAll(function.apply(batch(some)));
            }
        }
        return results;
    }

    @Override
    public void close() {
        members.forEach(Member::close);
    }

    private Tensor batch(List<Film> films) {
        Member first = members.get(0);
        InputTransform input = first.input();
        int size = input.size();
        byte[] grey = new byte[films.size() * size * size];
        for (int i = 0; i < films.size(); i++) {
            byte[] film = atInputSize(films.get(i)).bytes();
            System.arraycopy(film, 0, grey, i * film.length, film.length);
        }
        Tensor bytes = Tensors.of(grey, films.size(), size, size).to(first.device());
        return input.batch(bytes, first.channels()).channelsLast(); // N x channels x size x size
    }
}
