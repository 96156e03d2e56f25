/**
 * Networks, one file each, and the checkpoints that hold them. Stands on {@code aerate.tensor}; knows neither films nor
 * diffusion: {@code reading} and {@code training} bring these together.
 */
package aerate.network;
