"""Small films of a slope, noise and flat parts, in every compressed syntax that is read. pydicom 2.3.1 writes the native
films; GDCM 3.0.21 (gdcmconv), dcmtk 3.6.7 (dcmcjpeg, dcmcjpls) and OpenJPEG 2.5.0 (opj_compress) compress them. What a
lossy one decodes to is kept beside it as NAME_decoded.dcm, by GDCM or dcmtk. 12-bit JPEG is made by dcmtk.

python3 dicom_fixtures.py FOLDER
"""

import pathlib
import subprocess
import sys

import numpy
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import JPEG2000Lossless, ExplicitVRLittleEndian, generate_uid

SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
HEIGHT, WIDTH = 38, 45  # GDCM fails on an odd number of bytes


def pixels(bits, signed, channels):
    y, x = numpy.mgrid[:HEIGHT, :WIDTH]
    top = 2**bits - 1
    slope = (0.6 * x / WIDTH + 0.3 * y / HEIGHT)[..., None] * numpy.array([1, 0.7, 0.4])[:channels]
    noise = numpy.random.default_rng(7).uniform(0, 0.06, slope.shape)
    made = numpy.round(top * (slope + noise)).astype(int)
    made[5:17, 8:30] = top // 3  # runs
    made[25:30, :] = 0
    made[31:33, 20:40] = top  # edges to black and white
    return made - 2 ** (bits - 1) if signed else made


def film(name, bits, signed=False, channels=1):
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.MediaStorageSOPClassUID = SECONDARY_CAPTURE
    meta.MediaStorageSOPInstanceUID = generate_uid(entropy_srcs=[name])
    made = FileDataset(None, {}, file_meta=meta, preamble=b"\0" * 128)
    made.is_little_endian, made.is_implicit_VR = True, False
    made.SOPClassUID, made.SOPInstanceUID = meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID
    made.PatientID, made.PhotometricInterpretation = "fixture", "RGB" if channels == 3 else "MONOCHROME2"
    made.Rows, made.Columns, made.SamplesPerPixel = HEIGHT, WIDTH, channels
    made.BitsAllocated = 8 if bits <= 8 else 16
    made.BitsStored, made.HighBit = bits, bits - 1
    made.PixelRepresentation = int(signed)
    if channels == 3:
        made.PlanarConfiguration = 0
    stored = pixels(bits, signed, channels).astype("u1" if bits <= 8 else "<i2" if signed else "<u2").tobytes()
    made.PixelData = stored + b"\0" * (len(stored) % 2)
    return made


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def openjpeg(name, *options):
    """A codestream by opj_compress, wrapped: options that no DICOM tool has."""
    film = pydicom.dcmread(folder / f"{name}_native.dcm")
    raw = folder / "film.raw"
    sign = "s" if film.PixelRepresentation else "u"
    raw.write_bytes(film.PixelData[: HEIGHT * WIDTH * film.SamplesPerPixel * film.BitsAllocated // 8])
    shape = f"{WIDTH},{HEIGHT},{film.SamplesPerPixel},{film.BitsStored},{sign}"
    run("opj_compress", "-i", raw.rename(raw.with_suffix(".rawl")), "-o", folder / "film.j2c", "-F", shape, *options)
    film.PixelData = encapsulate([(folder / "film.j2c").read_bytes()])
    film["PixelData"].is_undefined_length = True
    film.file_meta.TransferSyntaxUID = JPEG2000Lossless
    for left in ("film.rawl", "film.j2c"):
        (folder / left).unlink()
    return film


folder = pathlib.Path(sys.argv[1])
FILMS = {
    "g8": film("g8", 8),
    "g10": film("g10", 10),
    "g12": film("g12", 12),
    "s12": film("s12", 12, signed=True),
    "g16": film("g16", 16),
    "rgb": film("rgb", 8, channels=3),
}
for name, made in FILMS.items():
    native = folder / f"{name}_native.dcm"
    made.save_as(native, write_like_original=False)
    if name == "g10":
        continue
    for syntax, option in {"rle": "--rle", "jpegls": "--jpegls", "j2k": "--j2k", "lossless": "--jpeg"}.items():
        run("gdcmconv", option, native, folder / f"{name}_{syntax}.dcm")

native = {name: folder / f"{name}_native.dcm" for name in FILMS}
for selection in range(1, 8):
    run("dcmcjpeg", "+el", "+sv", selection, native["g12"], folder / f"g12_lossless-{selection}.dcm")
for way, option in {"line": "+il", "sample": "+is", "scan": "+in"}.items():
    run("dcmcjpls", option, native["rgb"], folder / f"rgb_jpegls-{way}.dcm")
J2K = {
    "tiles": ["-t", "16,16", "-n", "3", "-TP", "R"],
    "progression": ["-p", "CPRL", "-c", "[16,16],[16,16]", "-b", "8,8", "-n", "3", "-SOP", "-EPH", "-PLT"],
    "layers": ["-r", "20,10,1", "-p", "RPCL"],
    "modes": ["-M", "63"],
    "offset": ["-d", "5,9", "-T", "3,2", "-t", "20,30", "-n", "3"],
}
for way, options in J2K.items():
    openjpeg("g12", *options).save_as(folder / f"g12_j2k-{way}.dcm")
openjpeg("s12").save_as(folder / "s12_j2k-signed.dcm")

for name in ("g8", "g12"):
    run("dcmcjpls", "+en", "+md", "3", native[name], folder / f"{name}_near.dcm")
    run("dcmdjpls", folder / f"{name}_near.dcm", folder / f"{name}_near_decoded.dcm")
LOSSY = {"g8_baseline": "+eb", "rgb_baseline": "+eb", "g12_extended": "+ee", "g10_extended": "+ee"}
for made, option in LOSSY.items():
    run("dcmcjpeg", option, native[made.split("_")[0]], folder / f"{made}.dcm")
    run("dcmdjpeg", "+cn", folder / f"{made}.dcm", folder / f"{made}_decoded.dcm")
for name in ("g8", "g12", "g16", "rgb"):
    run("gdcmconv", "--j2k", "--lossy", "-r", "8", native[name], folder / f"{name}_j2klossy.dcm")
    run("gdcmconv", "--raw", folder / f"{name}_j2klossy.dcm", folder / f"{name}_j2klossy_decoded.dcm")
