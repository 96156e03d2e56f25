/**
 * Noise schedules, samplers and the healing of films by partial diffusion. Stands on {@code aerate.tensor}; knows no
 * network, only a {@link aerate.diffusion.Denoiser}. Images are {@code N x C x H x W} float32 with values in [-1, 1].
 */
package aerate.diffusion;
