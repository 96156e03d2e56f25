/** From scores to probabilities and from probabilities to verdicts, fitted on validation films. Pure Java. */
package aerate.training.calibration;
