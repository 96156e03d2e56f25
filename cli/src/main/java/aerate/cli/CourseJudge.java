package aerate.cli;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Network;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who judges generated films: a classifier that took no part in making them. A guest of it. */
record CourseJudge(Classifier classifier) {
    List<JudgedFilm> judge(List<Film> films) {
        return classifier.diagnose(films).stream()
                .map(said -> new JudgedFilm(said.probability(), said.verdict() == Label.NORMAL))
                .toList();
    }

    /** The mean of the network's last feature map over its positions, of each film. */
    List<float[]> features(List<Film> films) {
        Network network = classifier.network();
        return classifier.inBatches(films, batch -> {
            Tensor mean = Functions.globalAveragePool(network.features(batch).to(DataType.FLOAT32));
            int width = Math.toIntExact(mean.size(1));
            float[] all = mean.floats();
            List<float[]> each = new ArrayList<>();
            for (int from = 0; from < all.length; from += width) {
                each.add(Arrays.copyOfRange(all, from, from + width));
            }
            return each;
        });
    }

    /** Features of films as rows. */
    static Tensor matrix(List<float[]> features) {
        int width = features.get(0).length;
        float[] all = new float[features.size() * width];
        for (int i = 0; i < features.size(); i++) {
            System.arraycopy(features.get(i), 0, all, i * width, width);
        }
        return Tensors.of(all, features.size(), width);
    }
}
