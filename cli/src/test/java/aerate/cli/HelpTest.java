package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpTest {
    @ParameterizedTest
    @CsvSource({
        "data, DIR --json",
        "phantom, OUT --films --size --seed",
        "augment, RECIPE FILM --out --films --seed --set --device --threads",
        "train, RECIPE --data --out --resume --set --save-every --device --threads",
        "import, NETWORK WEIGHTS --out --classes --channels --hidden --size --mean --std",
        "calibrate, CHECKPOINT --data --sensitivity --out --device --threads",
        "evaluate, --model --views --data --split --json --html --device --threads",
        "ntk, RECIPE --data --widths --films --size --seeds --steps --set --json --html --device --threads",
        "detect, --data --diffusion --methods --lambdas --films --split --sampler --steps --seed --json --html --device --threads",
        "whiten, --data --films --size --levels --schedule --noise --seed --json --html",
        "heatmaps, --model --views --data --boxes --masks --methods --films --perturbed --split --json --html --device --threads",
        "diagnose, FILM --model --views --heatmap --out --json --device --threads",
        "course, FILM --model --diffusion --lambdas --method --heatmap --steps --seed --out --json --device --threads",
        "compare, --model --judge --diffusion --lambdas --methods --films --split --json --html --device --threads",
        "follow-up, FILM --days --courses --data --phantoms --out --model --diffusion --lambdas --json --html --device --threads",
        "read, FILM --model --diffusion --lambdas --method --heatmap --steps --seed --out --device --threads",
        "triage, DIR --model --views --out --heatmap --resume --watch --every --device --threads",
        "demo, --out --device --threads"
    })
    void help_ofACommand_namesItsWords(String command, String words) {
        Ran help = Ran.of(command, "--help").succeeded();
        assertThat(help.out()).contains(List.of(words.split(" "))).contains("Usage: aerate " + command, "--debug");
        assertThat(Ran.of("help", command).succeeded().out()).isEqualTo(help.out());
    }

    @Test
    void help_ofAerate_namesEveryCommand() {
        assertThat(Ran.of("--help").succeeded().out())
                .contains(
                        "data",
                        "phantom",
                        "augment",
                        "train",
                        "import",
                        "calibrate",
                        "evaluate",
                        "ntk",
                        "whiten",
                        "diagnose",
                        "course",
                        "compare",
                        "detect",
                        "follow-up",
                        "read",
                        "heatmaps",
                        "triage",
                        "demo",
                        "Research use");
    }

    @ParameterizedTest
    @CsvSource({"--version, ''", "data, --version"})
    void version_isTheSameEverywhere(String first, String second) {
        Ran version = second.isEmpty() ? Ran.of(first) : Ran.of(first, second);
        assertThat(version.succeeded().out()).startsWith("aerate ");
    }
}
