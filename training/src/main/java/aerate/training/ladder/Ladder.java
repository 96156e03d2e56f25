package aerate.training.ladder;

import aerate.film.PatientSplit;
import aerate.training.Observation;
import aerate.training.metrics.Prediction;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Yaml;
import aerate.training.search.Assignment;
import aerate.training.search.InOrder;
import aerate.training.search.Outcome;
import aerate.training.search.Strategy;
import aerate.training.search.Trial;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recipes that each add one thing to the one before.
 *
 * @param steps at least two, which divide the patients alike
 * @param scale that all are trained at
 * @param seeds runs of each step, at least 1
 */
public record Ladder(List<Recipe> steps, Scale scale, int seeds) {
    private static final String STEP = "step";

    public Ladder {
        steps = List.copyOf(steps);
        if (steps.size() < 2) {
            throw new IllegalArgumentException("a ladder must have at least 2 steps, had " + steps.size());
        }
        if (seeds < 1) {
            throw new IllegalArgumentException("seeds must be at least 1, were " + seeds);
        }
        PatientSplit split = steps.get(0).split();
        for (Recipe step : steps) {
            if (!step.split().equals(split)) {
                throw new IllegalArgumentException("all steps must divide the patients alike, but " + step.name()
                        + " has " + step.split() + " and "
                        + steps.get(0).name() + " has " + split);
            }
        }
    }

    /** A run of every step with the first seed, then with the next: what there is when time is up is a whole ladder. */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            for (Recipe step : steps) {
                trials.add(new Trial(
                        trials.size() + 1,
                        Map.of(STEP, TextNode.valueOf(step.name()), "seed", IntNode.valueOf(seed)),
                        scale.recipe(step, seed)));
            }
        }
        return trials;
    }

    /** What runs when. */
    public Strategy strategy() {
        return new InOrder(
                trials().stream().map(trial -> new Assignment(trial, List.of())).toList());
    }

    /**
     * All that the ladder is defined by.
     *
     * @param films fingerprint of the collection
     */
    public String text(String films) {
        try {
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("films", films);
            text.put("scale", scale);
            text.put("seeds", seeds);
            text.put("steps", steps);
            return Yaml.MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ladder must be writable", e);
        }
    }

    /** Where the run of a trial lies. */
    public interface Folders {
        Path of(int trial) throws IOException;
    }

    /**
     * What the runs came to; steps of which all failed are left out.
     *
     * @throws IOException if a run's observations cannot be read
     */
    public List<Standing> standings(List<Outcome> outcomes, Folders folders) throws IOException {
        List<Standing> standings = new ArrayList<>();
        for (Recipe step : steps) {
            List<Judged> runs = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                boolean itsOwn =
                        TextNode.valueOf(step.name()).equals(outcome.settings().get(STEP));
                if (itsOwn && outcome.error().isEmpty()) {
                    runs.add(judged(outcome, Observation.read(folders.of(outcome.trial()))));
                }
            }
            if (!runs.isEmpty()) {
                Standing before = standings.isEmpty() ? null : standings.get(standings.size() - 1);
                standings.add(Standing.of(step.name(), runs, before));
            }
        }
        return standings;
    }

    private static Judged judged(Outcome outcome, List<Observation> observations) {
        int kept = outcome.readings().get(outcome.readings().size() - 1).best();
        List<String> patients = observations.get(0).predictions().stream()
                .map(Prediction::patient)
                .toList();
        return new Judged(
                patients, observations.stream().map(Observation::correct).toList(), kept);
    }
}
