"""Golden numbers of TorchvisionGoldenTest: parameters and outputs of torchvision's VGG, ResNet and Inception.

    python3 torchvision_golden.py > ../resources/aerate/network/torchvision_golden.json

Parameters and films are filled by a formula (formula.py). Names and shapes are kept as a hash over one line a tensor, sorted,
batch counters left out. ResNet-200, which torchvision does not name, is its ResNet class with 3, 24, 36 and 3 bottlenecks.
Dropout is off, so that training mode gives the same numbers each time. Gains are such that torchvision's own outputs in
float32 are within 4e-5 of those in float64; with 0.5, ResNet-152 in training mode is 7e-4 off by rounding alone.
"""
import hashlib
import json
import sys

import torch
from torch import nn
from torchvision import models
from torchvision.models.resnet import Bottleneck, ResNet

from formula import fill, films, versions


def vgg(make):
    def build(channels, hidden, classes):
        network = make(weights=None, init_weights=False, num_classes=classes, dropout=0)
        if channels != 3:
            network.features[0] = nn.Conv2d(channels, 64, 3, 1, 1)
        if hidden != 4096:
            network.classifier[0] = nn.Linear(512 * 7 * 7, hidden)
            network.classifier[3] = nn.Linear(hidden, hidden)
            network.classifier[6] = nn.Linear(hidden, classes)
        return network

    return build


def resnet(make):
    def build(channels, hidden, classes):
        network = make(num_classes=classes)
        if channels != 3:
            network.conv1 = nn.Conv2d(channels, 64, 7, 2, 3, bias=False)
        network.fc = widened(network.fc, hidden)
        return network

    return build


def inception(channels, hidden, classes):
    network = models.inception_v3(
        weights=None, init_weights=False, num_classes=classes, aux_logits=True, transform_input=False, dropout=0
    )
    if channels != 3:
        network.Conv2d_1a_3x3.conv = nn.Conv2d(channels, 32, 3, 2, bias=False)
    network.fc = widened(network.fc, hidden)
    return network


def widened(scores, hidden):
    if not hidden:
        return scores
    return nn.Sequential(
        nn.Linear(scores.in_features, hidden), nn.ReLU(), nn.Linear(hidden, scores.out_features)
    )


NETWORKS = {
    "vgg16": vgg(models.vgg16),
    "vgg16-bn": vgg(models.vgg16_bn),
    "resnet18": resnet(models.resnet18),
    "resnet50": resnet(models.resnet50),
    "resnet152": resnet(models.resnet152),
    "resnet200": resnet(lambda num_classes: ResNet(Bottleneck, [3, 24, 36, 3], num_classes=num_classes)),
    "inception-v3": inception,
}


def state(network):
    lines = sorted(
        f"{name} {list(tensor.shape)}\n"
        for name, tensor in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    )
    return {
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "sha256": hashlib.sha256("".join(lines).encode()).hexdigest(),
    }


def published(name):
    hidden = 4096 if name.startswith("vgg") else 0
    return {"network": name, "channels": 3, "hidden": hidden, "classes": 1000, **state(NETWORKS[name](3, hidden, 1000))}


def case(name, channels, hidden, classes, size=64, gain=1):
    network = NETWORKS[name](channels, hidden, classes)
    fill(network, gain)
    with torch.no_grad():
        evaluation = network.eval()(films(channels, size))
        training = network.train()(films(channels, size))
    auxiliary = {}
    if isinstance(training, tuple):
        auxiliary = {"auxiliary": training[1].flatten().tolist()}
        training = training[0]
    return {
        "network": name,
        "channels": channels,
        "hidden": hidden,
        "classes": classes,
        "size": size,
        "gain": gain,
        **state(network),
        "evaluation": evaluation.flatten().tolist(),
        "training": training.flatten().tolist(),
        **auxiliary,
    }


golden = {
    "versions": versions(),
    "published": [published(name) for name in NETWORKS],
    "cases": [
        case("vgg16", 3, 64, 3),
        case("vgg16-bn", 1, 32, 2, gain=0.75),
        case("resnet18", 1, 0, 2, gain=0.5),
        case("resnet18", 3, 32, 5, gain=0.5),
        case("resnet50", 3, 0, 5, gain=0.5),
        case("resnet152", 3, 0, 2, gain=0.25),
        case("resnet200", 1, 16, 2, gain=0.25),
        case("inception-v3", 3, 0, 3, size=299, gain=0.75),
        case("inception-v3", 1, 16, 2, size=299, gain=0.75),
    ],
}
json.dump(golden, sys.stdout, indent=1)
print()
