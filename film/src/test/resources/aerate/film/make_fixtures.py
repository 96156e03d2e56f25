"""Makes the files beside it: PNG by the letter of its specification (no imaging library), arrays by NumPy 2.4.6.

python3 make_fixtures.py
"""
import struct
import zlib

import numpy as np


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(name, width, height, bits, colour, rows, before=b"", interlaced=0):
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlaced)
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def pairs(*values):
    return struct.pack(">%dH" % len(values), *values)


png("grey16.png", 3, 2, 16, 0, [pairs(0, 1, 255), pairs(256, 32768, 65535)])
png("grey4.png", 3, 1, 4, 0, [bytes([0x05, 0xF0])])
png("grey-transparent.png", 2, 1, 8, 0, [bytes([7, 8])], chunk(b"tRNS", pairs(7)))
png("rgb.png", 2, 1, 8, 2, [bytes([200, 100, 50, 7, 7, 7])])
png("rgb16.png", 2, 1, 16, 2, [pairs(40000, 20000, 10000, 1234, 1234, 1234)])
png("rgba.png", 3, 1, 8, 6, [bytes([255, 255, 255, 128, 100, 100, 100, 255, 9, 9, 9, 0])])
png("grey-alpha16.png", 2, 1, 16, 4, [pairs(65535, 32768, 1000, 65535)])
png("palette.png", 3, 1, 8, 3, [bytes([0, 1, 2])],
    chunk(b"PLTE", bytes([10, 20, 30, 255, 255, 255, 80, 80, 80])) + chunk(b"tRNS", bytes([255, 128])))
png("beyond-palette.png", 2, 1, 8, 3, [bytes([0, 200])], chunk(b"PLTE", bytes([10, 20, 30])))

# Adam7: pixel (x, y) of 5 x 5 has the value 10 y + x.
passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
rows = [bytes(10 * y + x for x in range(left, 5, right)) for left, top, right, down in passes
        for y in range(top, 5, down) if left < 5]
png("interlaced.png", 5, 5, 8, 0, rows, interlaced=1)

values = {"u1": np.uint8, "u2": np.uint16, "i4": np.int32, "i8": np.int64, "f4": np.float32, "f8": np.float64}
for name, kind in values.items():
    np.save(name + ".npy", np.arange(6, dtype=kind).reshape(2, 3))

films = np.arange(4 * 2 * 3, dtype=np.uint8).reshape(4, 2, 3)
np.savez_compressed("medmnist.npz",
                    train_images=films, train_labels=np.array([[0], [1], [1], [0]], np.uint8),
                    val_images=films[:1, ..., None], val_labels=np.array([1], np.uint8),
                    test_images=np.stack([films[:2] * 2] * 3, -1), test_labels=np.array([[0], [1]], np.uint8))
