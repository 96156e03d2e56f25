/**
 * What Aerate costs over the raw library calls beneath it: time of a step, share of an epoch, memory. Stands on
 * {@code aerate.training} and, for the raw calls only, on {@code org.bytedeco}; nothing stands on it.
 */
package aerate.benchmark;
