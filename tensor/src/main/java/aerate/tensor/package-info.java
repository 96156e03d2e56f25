/**
 * libtorch made small and safe: tensors, scopes that free them, gradients, optimizers. The only package that imports
 * {@code org.bytedeco}, and no bytedeco type is in a public signature. No domain words here: {@code network} and
 * {@code diffusion} stand on it.
 */
package aerate.tensor;
