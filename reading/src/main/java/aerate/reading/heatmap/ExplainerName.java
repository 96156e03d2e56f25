package aerate.reading.heatmap;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of explainers: {@code METHOD[@LAYER[+LAYER…]][~VIEWS]}. */
final class ExplainerName {
    private static final Pattern FORM = Pattern.compile("([^@~]+)(?:@([^@~]+))?(?:~([0-9]{1,9}))?");

    private ExplainerName() {}

    static Explainer parse(String name) {
        Matcher parts = FORM.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a heat map must be METHOD[@LAYER[+LAYER…]][~VIEWS], was " + name);
        }
        ActivationMap method = method(parts.group(1));
        Explainer explainer = parts.group(2) == null ? method : at(method, parts.group(2));
        return parts.group(3) == null ? explainer : new Smoothed(explainer, Integer.parseInt(parts.group(3)));
    }

    private static Explainer at(ActivationMap method, String layers) {
        List<String> each = List.of(layers.split("\\+", -1));
        return each.size() == 1 ? method.at(each.get(0)) : new Fused(method, each);
    }

    private static ActivationMap method(String name) {
        return ActivationMap.all().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a heat map must be "
                        + ActivationMap.all().stream().map(Explainer::name).collect(Collectors.joining(", "))
                        + ", was " + name));
    }
}
