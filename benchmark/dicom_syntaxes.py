"""One DICOM film in every transfer syntax, for DicomDecoding: pydicom 2.3.1 with GDCM 3.0.21 decodes it, gdcmconv and
dcmtk 3.6.7 (dcmcjpeg, dcmcjpls) write it again.

python3 dicom_syntaxes.py FILM.dcm FOLDER
"""

import pathlib
import subprocess
import sys

import pydicom
from pydicom.uid import ExplicitVRLittleEndian

GDCM = {
    "rle": ["--rle"],
    "jpeg-lossless": ["--jpeg"],
    "jpeg-ls": ["--jpegls"],
    "jpeg-2000": ["--j2k"],
    "jpeg-2000-lossy": ["--j2k", "--lossy", "-r", "10"],
}
DCMTK = {"jpeg-ls-near": ["dcmcjpls", "+en"], "deflated": ["dcmconv", "+td"]}
TWELVE = {"native-12": ["dcmconv", "+te"], "jpeg-extended": ["dcmcjpeg", "+ee"]}
EIGHT = {"native-8": ["dcmconv", "+te"], "jpeg-baseline": ["dcmcjpeg", "+eb"]}

# Greys of other bits would not fit, and GDCM derives nothing from what was derived.
GONE = [
    *("WindowCenter", "WindowWidth", "RescaleSlope", "RescaleIntercept", "VOILUTSequence"),
    *("LossyImageCompression", "LossyImageCompressionRatio", "LossyImageCompressionMethod"),
    *("DerivationDescription", "DerivationCodeSequence", "SourceImageSequence"),
]

folder = pathlib.Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)


def native(bits, name):
    """The film with its values shifted to fewer bits, if any."""
    film = pydicom.dcmread(sys.argv[1])
    shift = max(0, film.BitsStored - bits)
    pixels = film.pixel_array >> shift
    film.BitsStored -= shift
    film.HighBit = film.BitsStored - 1
    film.BitsAllocated = 8 if bits <= 8 else 16
    film.PixelData = pixels.astype("u1" if bits <= 8 else "<u2").tobytes()
    if len(film.PixelData) % 2:
        film.PixelData += b"\0"
    film["PixelData"].is_undefined_length = False
    film["PixelData"].VR = "OB" if bits <= 8 else "OW"
    for tag in GONE:
        if tag in film:
            del film[tag]
    film.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    film.save_as(folder / f"{name}.dcm", write_like_original=False)
    return folder / f"{name}.dcm"


def run(*words):
    subprocess.run([str(word) for word in words], check=True)


whole = native(16, "native")
for name, options in GDCM.items():
    run("gdcmconv", *options, whole, folder / f"{name}.dcm")
for name, words in DCMTK.items():
    run(*words, whole, folder / f"{name}.dcm")
for made, depth in ((TWELVE, 12), (EIGHT, 8)):
    source = native(depth, f"source-{depth}")
    for name, words in made.items():
        run(*words, source, folder / f"{name}.dcm")
    source.unlink()
