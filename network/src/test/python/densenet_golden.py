"""Golden numbers of DenseNetGoldenTest: names, shapes and outputs of torchvision's densenet121.

    python3 densenet_golden.py > ../resources/aerate/network/densenet_golden.json

Every parameter and every film is filled by a formula that both sides compute (formula.py), so that no weights need to be
kept.
"""
import json
import sys

import torch
import torchvision
from torch import nn

from formula import fill, films, versions


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
    "versions": versions(),
    "cases": [case("torchvision", 3, 0, 1000), case("densenet121_2048fc", 1, 2048, 2)],
}
json.dump(golden, sys.stdout, indent=None, separators=(",", ":"))
print()
