"""Golden numbers of HeatMapGoldenTest and LinearImputationTest, by NumPy alone: no autograd, no library of heat maps.

    python3 heatmap_golden.py ../resources/aerate/reading/heatmap

A head of two dense layers sees every position of the activations by another weight, so that the gradient differs from
place to place and the methods from each other. Its gradient is written out by hand: with h = W1 vec(A) + b1 and
y = W2 relu(h) + b2, dy_c/dA = W1^T (W2_c * [h > 0]).

The imputation solves the dense system of ROAD (arXiv 2202.00449) directly.
"""
import json
import platform
import sys

import numpy as np

FILMS, CHANNELS, HEIGHT, WIDTH, HIDDEN = 3, 5, 4, 6, 7


def rounded(array):
    return np.round(np.asarray(array, float), 7).tolist()


def gradient(film, head, weights):
    hidden = head["w1"] @ film.ravel() + head["b1"]
    return (head["w1"].T @ (weights * (hidden > 0))).reshape(film.shape)


def score(film, head, weights, bias):
    return weights @ np.maximum(head["w1"] @ film.ravel() + head["b1"], 0) + bias


def maps(film, g, y):
    relu = lambda x: np.maximum(x, 0)
    total = film.sum((1, 2), keepdims=True)
    a = np.where(g > 0, g**2 / (2 * g**2 + total * g**3 + 1e-6), 0)
    drops = np.empty(CHANNELS)
    for k in range(CHANNELS):
        ablated = film.copy()
        ablated[k] = 0
        drops[k] = y(film) - y(ablated)
    weighted = lambda weights: relu(np.tensordot(weights, film, 1))
    return {
        "grad-cam": weighted(g.mean((1, 2))),
        "grad-cam++": weighted((a * relu(g)).sum((1, 2))),
        "hires-cam": (g * film).sum(0),
        "layer-cam": relu((relu(g) * film).sum(0)),
        "ablation-cam": weighted(drops),
    }


def case(name, films, head, weights, bias, sign=1):
    gradients = [gradient(film, head, sign * weights) for film in films]
    all_maps = [
        maps(film, g, lambda x: sign * score(x, head, weights, bias)) for film, g in zip(films, gradients)
    ]
    return {
        "name": name,
        "gradient": rounded(gradients),
        "maps": {method: rounded([m[method] for m in all_maps]) for method in all_maps[0]},
    }


def heat_maps(random):
    films = np.round(np.maximum(random.normal(0.3, 0.7, (FILMS, CHANNELS, HEIGHT, WIDTH)), 0), 4)
    films[2, 1:] = 0  # a film of one channel only
    head = {
        "w1": np.round(random.normal(0, 0.4, (HIDDEN, CHANNELS * HEIGHT * WIDTH)), 4),
        "b1": np.round(random.normal(0, 0.3, HIDDEN), 4),
    }
    w2 = np.round(random.normal(0, 0.6, (2, HIDDEN)), 4)
    b2 = np.round(random.normal(0, 0.3, 2), 4)
    return {
        "shape": [FILMS, CHANNELS, HEIGHT, WIDTH],
        "activations": rounded(films),
        "w1": rounded(head["w1"]),
        "b1": rounded(head["b1"]),
        "w2": rounded(w2),
        "b2": rounded(b2),
        "cases": [
            case("two scores, class 0", films, head, w2[0], b2[0]),
            case("two scores, class 1", films, head, w2[1], b2[1]),
            case("one score, class 0", films, head, w2[1], b2[1], -1),
            case("one score, class 1", films, head, w2[1], b2[1]),
        ],
    }


def imputed(values, removed):
    height, width = values.shape
    places = {place: i for i, place in enumerate(zip(*np.nonzero(removed)))}
    matrix, right = np.zeros((len(places), len(places))), np.zeros(len(places))
    for (y, x), i in places.items():
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                there = (y + dy, x + dx)
                if (dy, dx) == (0, 0) or not (0 <= there[0] < height and 0 <= there[1] < width):
                    continue
                weight = 1 / 6 if dy == 0 or dx == 0 else 1 / 12
                matrix[i, i] += weight
                if there in places:
                    matrix[i, places[there]] -= weight
                else:
                    right[i] += weight * values[there]
    filled = values.copy()
    filled[removed] = np.linalg.solve(matrix, right)
    return filled


def imputation(random):
    values = np.round(random.random((9, 11)), 4)
    removed = random.random(values.shape) < 0.5
    removed[2:6, 0:5] = True  # a hole at the border
    return {
        "width": 11,
        "height": 9,
        "values": rounded(values.ravel()),
        "removed": removed.ravel().tolist(),
        "filled": rounded(imputed(values, removed).ravel()),
    }


def write(file, content):
    versions = {"python": platform.python_version(), "numpy": np.__version__}
    with open(file, "w", encoding="utf-8") as out:
        json.dump({"versions": versions, **content}, out)
        out.write("\n")


write(f"{sys.argv[1]}/heatmap_golden.json", heat_maps(np.random.default_rng(5)))
write(f"{sys.argv[1]}/faithfulness/imputation_golden.json", imputation(np.random.default_rng(6)))
