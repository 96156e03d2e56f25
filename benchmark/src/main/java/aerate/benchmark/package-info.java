/**
 * What Aerate costs over the raw library calls beneath it: time of a step, share of an epoch, memory; and how
 * fast it diagnoses, beside others. Stands on {@code aerate.training} and {@code aerate.reading}, for the raw calls only
 * on {@code org.bytedeco} and for a peer on ONNX Runtime; nothing stands on it.
 */
package aerate.benchmark;
