"""Golden hashes of DICOM films: pydicom (2.3.1, pixels by GDCM 3.0.21) decodes, applies the modality and VOI transforms
and turns MONOCHROME1 around.

python3 dicom_golden.py FOLDER > dicom_golden.csv
"""

import hashlib
import pathlib
import sys

import numpy
import pydicom
from pydicom.pixel_data_handlers.util import apply_modality_lut, apply_voi_lut

pydicom.config.pixel_data_handlers = [
    pydicom.pixel_data_handlers.numpy_handler,
    pydicom.pixel_data_handlers.gdcm_handler,
    pydicom.pixel_data_handlers.rle_handler,
]

print("file,width,height,bits,mean,sha256,samples")
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.dcm")):
    film = pydicom.dcmread(path)
    shown = apply_voi_lut(apply_modality_lut(film.pixel_array, film), film).astype(numpy.float64)
    if film.PhotometricInterpretation == "MONOCHROME1":
        shown = 2**film.BitsStored - 1 - shown
    samples = numpy.floor(shown + 0.5).astype(">u2")
    digest = hashlib.sha256(samples.tobytes()).hexdigest()
    # Every 97th of a row, every 101st row: for decoders that may round differently.
    some = " ".join(map(str, samples[50::101, 50::97].ravel()))
    print(f"{path.name},{film.Columns},{film.Rows},{film.BitsStored},{samples.mean():.4f},{digest},{some}")
