/**
 * The neural tangent kernel: how a network's scores of one film move when it learns from another, and what follows from
 * that for its training. Knows networks as functions of tensors, no films; {@code aerate.training} brings these.
 */
package aerate.training.kernel;
