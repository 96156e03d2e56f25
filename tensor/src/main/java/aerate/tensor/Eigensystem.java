package aerate.tensor;

import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.global.torch;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix (LAPACK's {@code syevd}).
 *
 * @param values {@code n}, ascending
 * @param vectors {@code n x n}; the column of each value, of length 1 and orthogonal to the others
 */
public record Eigensystem(Tensor values, Tensor vectors) {
    /**
     * Of a symmetric matrix, in its own precision.
     *
     * @param matrix {@code n x n}, of which the lower triangle is read
     * @throws RuntimeException in libtorch's words if it is not square or not finite
     */
    public static Eigensystem ofSymmetric(Tensor matrix) {
        T_TensorTensor_T pair = torch.linalg_eigh(matrix.raw());
        return new Eigensystem(new Tensor(pair.get0()), new Tensor(pair.get1()));
    }
}
