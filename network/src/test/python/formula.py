"""Parameters and films that the golden scripts and GoldenNumbers.java both compute, so that no weights need to be kept."""
import math
import sys

import numpy
import torch
import torchvision

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


def fill(network, gain=1):
    """Convolutions and dense layers keep the variance of their input; norms scale by about `gain`, which below 1 keeps
    the sum of many residual branches near 1."""
    state = network.state_dict()
    names = sorted(name for name in state if not name.endswith("num_batches_tracked"))
    for stream, name in enumerate(names):
        tensor = state[name]
        values = noise(tensor.numel(), stream)
        if tensor.dim() > 1:
            values = values * math.sqrt(6 / (tensor.numel() / tensor.shape[0]))
        elif name.endswith("weight"):
            values = gain * (1 + 0.5 * values)
        elif name.endswith("running_var"):
            values = 1 + 0.5 * values
        else:
            values = 0.5 * values
        tensor.copy_(torch.from_numpy(values.reshape(tensor.shape)).float())


def films(channels, size=64):
    count = FILMS * channels * size * size
    return torch.from_numpy(noise(count, 100_000).reshape(FILMS, channels, size, size)).float()


def versions():
    return {"python": sys.version.split()[0], "torch": torch.__version__, "torchvision": torchvision.__version__}
