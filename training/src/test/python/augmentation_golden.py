"""Makes augmentation_golden.json: what OpenCV, SciPy and NumPy make of a film given by a formula.

    python3 augmentation_golden.py > ../resources/aerate/training/augmentation/augmentation_golden.json

Random fields are given by a formula too, so that no random numbers need to match. Films are read between pixels by SciPy
(order 1, mode nearest): OpenCV's remap rounds coordinates to 1/32 of a pixel.
"""

import json

import cv2
import numpy as np
import scipy
from scipy.ndimage import gaussian_filter, map_coordinates


def film(height, width):
    y, x = np.mgrid[0:height, 0:width].astype(float)
    return 0.5 + 0.3 * np.sin(0.31 * x) * np.cos(0.23 * y) + 0.15 * np.sin(1.1 * x + 0.7 * y)


def noise(height, width):
    c, y, x = np.mgrid[0:2, 0:height, 0:width].astype(float)
    return np.sin(1.7 + 3.1 * c + 12.9898 * x + 78.233 * y)


def shown(image, x, y):
    return map_coordinates(image, [y, x], order=1, mode="nearest")


def pixels(height, width):
    y, x = np.mgrid[0:height, 0:width].astype(float)
    return x, y


def camera(height, width, k, right=0.0, down=0.0):
    matrix = np.array([[width, 0, width * (0.5 + right)], [0, height, height * (0.5 + down)], [0, 0, 1]])
    return cv2.initUndistortRectifyMap(
        matrix, np.array([k, k, 0, 0, 0.0]), None, matrix, (width, height), cv2.CV_32FC1)


def stretched(size, factors, normalized):
    """Where the pixels of an axis come from."""
    factors = np.array(factors)
    if normalized:
        factors = factors / factors.mean()
    ends = np.concatenate([[0], np.cumsum(factors)]) / len(factors) * size - 0.5
    return np.interp(np.arange(size), np.linspace(0, size, len(factors) + 1) - 0.5, ends)


def clahe(height, width, clip, tiles):
    grey = np.rint(film(height, width) * 255).astype(np.uint8)
    return cv2.createCLAHE(clipLimit=clip, tileGridSize=(tiles, tiles)).apply(grey) / 255


H, W = 20, 24
f = film(H, W)
x, y = pixels(H, W)
golden = {}

field = noise(H, W)
field = (field / np.abs(field).max()).astype(np.float32)
field = [cv2.GaussianBlur(part, (0, 0), 1.7) * 12 for part in field]
golden["elastic-normal"] = shown(f, x + field[0], y + field[1])
field = [cv2.GaussianBlur(np.float32(part / np.abs(noise(H, W)).max()), (0, 0), 9) * 900 for part in noise(H, W)]
golden["elastic-normal-wide"] = shown(f, x + field[0], y + field[1])
field = [gaussian_filter(part, 1.7) * 12 for part in noise(H, W)]
golden["elastic-uniform"] = shown(f, x + field[0], y + field[1])

columns, rows = [1.3, 0.7, 1.1, 0.8], [0.75, 1.2, 1.25, 0.9]
for name, normalized in ("grid-normalized", True), ("grid-pushed", False):
    gx, gy = np.meshgrid(stretched(W, columns, normalized), stretched(H, rows, normalized))
    golden[name] = shown(f, gx, gy)

golden["optical-barrel"] = shown(f, *camera(H, W, 0.3))
golden["optical-pincushion"] = shown(f, *camera(H, W, -0.4))
golden["optical-shifted"] = shown(f, *camera(H, W, 0.3, 0.1, -0.2))

# Turned by 25 degrees and 1.2 times as large about the middle of the pixels, as cv2.warpAffine would.
S = 24
square = film(S, S)
turn = cv2.getRotationMatrix2D((S / 2 - 0.5, S / 2 - 0.5), -25, 1.2)
back = cv2.invertAffineTransform(turn)


def affine(u, v):
    return back[0, 0] * u + back[0, 1] * v + back[0, 2], back[1, 0] * u + back[1, 1] * v + back[1, 2]


golden["affine"] = shown(square, *affine(*pixels(S, S)))
golden["affine-then-optical"] = shown(square, *affine(*[m.astype(float) for m in camera(S, S, 0.3)]))

golden["blur"] = cv2.GaussianBlur(f, (0, 0), 1.7)
golden["sharpening"] = f + 0.8 * (f - cv2.GaussianBlur(f, (0, 0), 1.7))
golden["clahe-even"] = clahe(64, 64, 3.0, 4)
golden["clahe-uneven"] = clahe(59, 61, 4.0, 4)
golden["clahe-steep"] = clahe(64, 48, 40.0, 2)

made = "augmentation_golden.py with OpenCV %s, SciPy %s, NumPy %s" % (
    cv2.__version__, scipy.__version__, np.__version__)
print('{"made-by": %s' % json.dumps(made), end="")
for name, values in golden.items():
    print(',\n"%s": %s' % (name, json.dumps([round(float(v), 6) for v in values.ravel()], separators=(",", ":"))), end="")
print("}")
