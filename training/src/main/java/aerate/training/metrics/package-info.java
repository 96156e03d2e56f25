/**
 * How well a classifier does, from its plain predictions: rates with intervals over patients, curves, calibration. Knows
 * neither networks nor tensors; the trainer and {@code evaluate} feed it.
 */
package aerate.training.metrics;
