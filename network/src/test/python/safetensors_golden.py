"""The file of SafetensorsGoldenTest, written from the format's description without its library.

    python3 safetensors_golden.py ../resources/aerate/network/golden.safetensors

Made with Python 3.11, numpy 1.24.2. It has what other writers make and ours does not: metadata, a header of odd length
and so tensors that are not aligned, and entries in another order than their bytes.
"""
import json
import struct
import sys

import numpy

values = numpy.arange(6) * 0.75 - 2
bfloat16 = (values.astype("<f4").view("<u4") >> 16).astype("<u2")  # exact: the values need few bits
tensors = {
    "mask": ("BOOL", [5], numpy.array([1, 0, 0, 1, 1], "u1")),
    "half": ("F16", [2, 3], values.astype("<f2")),
    "brain": ("BF16", [3, 2], bfloat16),
    "counter": ("I64", [], numpy.array(-(2**40), "<i8")),
    "short": ("I16", [3], numpy.array([-32768, 0, 32767], "<i2")),
    "single": ("F32", [1, 2, 3], values.astype("<f4")),
    "double": ("F64", [6], values.astype("<f8")),
    "byte": ("U8", [2, 2], numpy.array([[0, 1], [128, 255]], "u1")),
    "nothing": ("F32", [0, 4], numpy.zeros((0, 4), "<f4")),
}
header, offset = {}, 0
for name, (kind, shape, array) in tensors.items():
    header[name] = {"dtype": kind, "shape": shape, "data_offsets": [offset, offset + array.nbytes]}
    offset += array.nbytes
header = {"__metadata__": {"format": "pt"}, **dict(sorted(header.items()))}
text = json.dumps(header, separators=(",", ":")).encode()
text += b" " * (1 - len(text) % 2)  # odd
with open(sys.argv[1], "wb") as out:
    out.write(struct.pack("<Q", len(text)) + text)
    for _, _, array in tensors.values():
        out.write(array.tobytes())
