"""Golden numbers of EvaluationGoldenTest, computed with scikit-learn.

    python3 metrics_golden.py > ../resources/aerate/training/metrics/metrics_golden.json

Probabilities are rounded, so that many films tie, and shifted off the edges of the 15 calibration bins, where
scikit-learn's bins close on the other side than ours.
"""
import json
import sys

import numpy
import sklearn
from sklearn import metrics
from sklearn.calibration import calibration_curve

BINS = 15


def case(name, films, prevalence, separation, decimals, threshold, seed):
    random = numpy.random.default_rng(seed)
    sick = (random.random(films) < prevalence).astype(int)
    logit = random.normal(size=films) + separation * (2 * sick - 1)
    probability = numpy.round(1 / (1 + numpy.exp(-logit)), decimals) * 0.99 + 0.0037
    called = (probability >= threshold).astype(int)
    false_positive_rate, sensitivity, _ = metrics.roc_curve(sick, probability, drop_intermediate=False)
    precision, recall, _ = metrics.precision_recall_curve(sick, probability)
    share, mean = calibration_curve(sick, probability, n_bins=BINS, strategy="uniform")
    counts = numpy.histogram(probability, bins=BINS, range=(0, 1))[0]
    counts = counts[counts > 0]
    tn, fp, fn, tp = metrics.confusion_matrix(sick, called).ravel()
    return {
        "name": name,
        "threshold": threshold,
        "probability": probability.tolist(),
        "sick": sick.tolist(),
        "confusion": {"tp": int(tp), "fp": int(fp), "tn": int(tn), "fn": int(fn)},
        "accuracy": metrics.accuracy_score(sick, called),
        "sensitivity": metrics.recall_score(sick, called),
        "specificity": metrics.recall_score(sick, called, pos_label=0),
        "positivePredictiveValue": metrics.precision_score(sick, called),
        "negativePredictiveValue": metrics.precision_score(sick, called, pos_label=0),
        "f1": metrics.f1_score(sick, called),
        "auroc": metrics.roc_auc_score(sick, probability),
        "auprc": metrics.average_precision_score(sick, probability),
        "brier": metrics.brier_score_loss(sick, probability),
        "calibrationError": float(numpy.sum(counts * numpy.abs(share - mean)) / films),
        "roc": [list(p) for p in zip(false_positive_rate, sensitivity)],
        "precision": [list(p) for p in zip(recall[::-1], precision[::-1])],
        "reliability": [list(p) for p in zip(mean, share)],
    }


json.dump(
    {
        "scikit-learn": sklearn.__version__,
        "numpy": numpy.__version__,
        "cases": [
            case("coarse ties", 200, 0.6, 0.9, 1, 0.5, 1),
            case("fine, few sick", 250, 0.15, 0.7, 3, 0.3, 2),
            case("nearly perfect", 120, 0.5, 2.5, 2, 0.6, 3),
            case("worse than chance", 90, 0.4, -0.5, 2, 0.5, 4),
        ],
    },
    sys.stdout,
)
print()
