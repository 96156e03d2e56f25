"""Golden numbers of DenseNetGoldenTest: names, shapes and outputs of torchvision's densenet121.

    python3 densenet_golden.py > ../resources/aerate/network/densenet_golden.json

Every parameter and every film is filled by a formula that both sides compute, `noise` below, so that no weights need to
be kept.
"""
import json
import math
import sys

import numpy
import torch
import torchvision
from torch import nn

SIZE = 64
FILMS = 2


def mixed(z):
    """A 32-bit integer hash."""
    for shift, factor in ((15, 0x2C1B3C6D), (12, 0x297A2D39)):
        z = ((z ^ (z >> shift)) * factor) & 0xFFFFFFFF
    return z ^ (z >> 15)


def noise(count, stream):
    """Numbers in [-1, 1) that are as good as random, the same for a stream everywhere."""
    index = numpy.arange(count, dtype=numpy.int64)
    z = mixed((index + mixed(stream + 1)) & 0xFFFFFFFF)
    return z / 2.0**31 - 1


def fill(network):
    """Convolutions and dense layers keep the variance of their input; norms are near the identity."""
    state = network.state_dict()
    names = sorted(name for name in state if not name.endswith("num_batches_tracked"))
    for stream, name in enumerate(names):
        tensor = state[name]
        values = noise(tensor.numel(), stream)
        if tensor.dim() > 1:
            values = values * math.sqrt(6 / (tensor.numel() / tensor.shape[0]))
        elif name.endswith("weight") or name.endswith("running_var"):
            values = 1 + 0.5 * values
        else:
            values = 0.5 * values
        tensor.copy_(torch.from_numpy(values.reshape(tensor.shape)).float())


def films(channels):
    count = FILMS * channels * SIZE * SIZE
    return torch.from_numpy(noise(count, 100_000).reshape(FILMS, channels, SIZE, SIZE)).float()


def case(name, channels, hidden, classes):
    network = torchvision.models.densenet121(weights=None, num_classes=classes)
    if channels != 3:
        network.features.conv0 = nn.Conv2d(channels, 64, 7, 2, 3, bias=False)
    if hidden:
        network.classifier = nn.Sequential(nn.Linear(1024, hidden), nn.ReLU(), nn.Linear(hidden, classes))
    fill(network)
    with torch.no_grad():
        evaluation = network.eval()(films(channels))
        training = network.train()(films(channels))
    return {
        "name": name,
        "channels": channels,
        "hidden": hidden,
        "classes": classes,
        "shapes": {key: list(value.shape) for key, value in network.state_dict().items()},
        "evaluation": evaluation.flatten().tolist(),
        "training": training.flatten().tolist(),
    }


golden = {
    "versions": {"python": sys.version.split()[0], "torch": torch.__version__, "torchvision": torchvision.__version__},
    "cases": [case("torchvision", 3, 0, 1000), case("densenet121_2048fc", 1, 2048, 2)],
}
json.dump(golden, sys.stdout, indent=None, separators=(",", ":"))
print()
