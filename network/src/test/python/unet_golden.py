"""Golden numbers of UNetGoldenTest: a second implementation of the U-Net of Ho et al. 2020 (appendix B), on PyTorch's layers.

    python3 unet_golden.py > ../resources/aerate/network/unet_golden.json

Written from the paper (tensors sorted by name take the values of formula.py). Attention is torch.nn.MultiheadAttention,
resizing torch.nn.Upsample, normalisation torch.nn.GroupNorm. All is computed in float64.
"""
import json
import math
import sys

import torch
from torch import nn

from formula import fill, films, versions

LEVELS = [3, 700]


def norm(channels):
    groups = max(1, min(32, channels // 4))
    while channels % groups:
        groups -= 1
    return nn.GroupNorm(groups, channels)


class Residual(nn.Module):
    def __init__(self, ins, outs, embedding):
        super().__init__()
        self.norm1 = norm(ins)
        self.conv1 = nn.Conv2d(ins, outs, 3, padding=1)
        self.time = nn.Linear(embedding, outs)
        self.norm2 = norm(outs)
        self.conv2 = nn.Conv2d(outs, outs, 3, padding=1)
        if ins != outs:
            self.shortcut = nn.Conv2d(ins, outs, 1)

    def forward(self, x, embedded):
        silu = nn.functional.silu
        h = self.conv1(silu(self.norm1(x))) + self.time(silu(embedded))[:, :, None, None]
        h = self.conv2(silu(self.norm2(h)))
        return h + (self.shortcut(x) if hasattr(self, "shortcut") else x)


class Attention(nn.Module):
    def __init__(self, channels, heads):
        super().__init__()
        self.heads = heads
        self.norm = norm(channels)
        self.qkv = nn.Conv2d(channels, 3 * channels, 1)
        self.projection = nn.Conv2d(channels, channels, 1)

    def forward(self, x):
        count, channels, height, width = x.shape
        attention = nn.MultiheadAttention(channels, self.heads, batch_first=True).to(x.dtype)
        with torch.no_grad():
            attention.in_proj_weight.copy_(self.qkv.weight[:, :, 0, 0])
            attention.in_proj_bias.copy_(self.qkv.bias)
            attention.out_proj.weight.copy_(self.projection.weight[:, :, 0, 0])
            attention.out_proj.bias.copy_(self.projection.bias)
        sequence = self.norm(x).flatten(2).transpose(1, 2)
        seen, _ = attention(sequence, sequence, sequence)
        return x + seen.transpose(1, 2).reshape(count, channels, height, width)


class Block(nn.Module):
    def __init__(self, ins, outs, embedding, heads, attends):
        super().__init__()
        self.residual = Residual(ins, outs, embedding)
        if attends:
            self.attention = Attention(outs, heads)

    def forward(self, x, embedded):
        h = self.residual(x, embedded)
        return self.attention(h) if hasattr(self, "attention") else h


class Level(nn.Module):
    def __init__(self, blocks, resize):
        super().__init__()
        for i, block in enumerate(blocks):
            self.add_module(str(i), block)
        self.count = len(blocks)
        if resize is not None:
            self.resize = resize

    def blocks(self):
        return [getattr(self, str(i)) for i in range(self.count)]


class UNet(nn.Module):
    def __init__(self, size, channels, width, multipliers, blocks, attention, heads, classes):
        super().__init__()
        self.width = width
        embedding = 4 * width
        self.time = nn.ModuleList([nn.Linear(width, embedding), nn.Linear(embedding, embedding)])
        if classes:
            self.label = nn.Embedding(classes + 1, embedding)
        self.entry = nn.Conv2d(channels, width, 3, padding=1)
        skips, now = [width], width
        levels = []
        for i, multiplier in enumerate(multipliers):
            outs, made = width * multiplier, []
            for _ in range(blocks):
                made.append(Block(now, outs, embedding, heads, size >> i in attention))
                now = outs
                skips.append(now)
            down = None
            if i + 1 < len(multipliers):
                down = nn.Conv2d(now, now, 3, stride=2, padding=1)
                skips.append(now)
            levels.append(Level(made, down))
        self.down = nn.ModuleList(levels)
        self.middle = Block(now, now, embedding, heads, True)
        self.bottom = Residual(now, now, embedding)
        ups = []
        for i, multiplier in reversed(list(enumerate(multipliers))):
            outs, made = width * multiplier, []
            for _ in range(blocks + 1):
                made.append(Block(now + skips.pop(), outs, embedding, heads, size >> i in attention))
                now = outs
            ups.append((i, Level(made, nn.Conv2d(now, now, 3, padding=1) if i else None)))
        self.up = nn.ModuleDict({str(i): level for i, level in ups})
        self.norm = norm(now)
        self.exit = nn.Conv2d(now, channels, 3, padding=1)

    def forward(self, x, levels, labels=None):
        waves = self.width // 2
        frequencies = torch.exp(-math.log(10_000) * torch.arange(waves, dtype=x.dtype) / (waves - 1))
        phase = levels.to(x.dtype)[:, None] * frequencies
        embedded = self.time[1](nn.functional.silu(self.time[0](torch.cat([phase.sin(), phase.cos()], 1))))
        if labels is not None:
            embedded = embedded + self.label(labels)
        h = self.entry(x)
        skips = [h]
        for level in self.down:
            for block in level.blocks():
                h = block(h, embedded)
                skips.append(h)
            if hasattr(level, "resize"):
                h = level.resize(h)
                skips.append(h)
        h = self.bottom(self.middle(h, embedded), embedded)
        for level in self.up.values():
            for block in level.blocks():
                h = block(torch.cat([h, skips.pop()], 1), embedded)
            if hasattr(level, "resize"):
                h = level.resize(nn.Upsample(scale_factor=2, mode="nearest")(h))
        return self.exit(nn.functional.silu(self.norm(h)))


def case(labels=None, **shape):
    network = UNet(**shape)
    fill(network, 0.75)
    network = network.double().eval()
    given = None if labels is None else torch.tensor(labels)
    with torch.no_grad():
        out = network(films(shape["channels"], shape["size"]).double(), torch.tensor(LEVELS), given)
    return {
        "shape": {"name": "unet", "dropout": 0, **{key: value for key, value in shape.items() if value is not None}},
        "levels": LEVELS,
        "labels": labels,
        "gain": 0.75,
        "names": {name: list(tensor.shape) for name, tensor in sorted(network.state_dict().items())},
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
        "mean": out.mean(dim=(1, 2, 3)).tolist(),
        "deviation": out.std(dim=(1, 2, 3), unbiased=False).tolist(),
        "corner": out[:, 0, :4, :4].flatten().tolist(),
    }


golden = {
    "versions": versions(),
    "cases": [
        case(size=32, channels=1, width=16, multipliers=[1, 2, 4], blocks=2, attention=[16], heads=2, classes=None),
        case(size=28, channels=8, width=32, multipliers=[1, 2, 3], blocks=1, attention=[7], heads=4, classes=2,
             labels=[0, 2]),
        case(size=16, channels=3, width=24, multipliers=[1, 2], blocks=3, attention=[], heads=1, classes=3,
             labels=[3, 1]),
    ],
}
json.dump(golden, sys.stdout)
print()
