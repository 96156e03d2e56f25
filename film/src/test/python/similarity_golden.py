"""Golden numbers of SimilarityTest, computed with scikit-image.

    python3 similarity_golden.py > ../resources/aerate/film/similarity_golden.csv

The two images are formulas that both sides compute, at 16 bits.
"""
import numpy
import skimage
from skimage.metrics import peak_signal_noise_ratio, structural_similarity


def case(width, height):
    y, x = numpy.mgrid[:height, :width].astype(float)
    one = 0.5 + 0.4 * numpy.sin(0.31 * x + 0.05 * y) * numpy.cos(0.23 * y)
    other = numpy.clip(one + 0.2 * numpy.sin(0.9 * x) * numpy.sin(1.3 * y + 0.4), 0, 1)
    one, other = numpy.round(one * 65535) / 65535, numpy.round(other * 65535) / 65535
    ssim = structural_similarity(
        one, other, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=1
    )
    psnr = peak_signal_noise_ratio(one, other, data_range=1)
    return width, height, numpy.abs(one - other).mean(), psnr, ssim


print(f"# numpy {numpy.__version__}, scikit-image {skimage.__version__}: similarity_golden.py")
print("width,height,error,psnr,ssim")
for size in (64, 64), (48, 37), (11, 11):
    print(*case(*size), sep=",")
