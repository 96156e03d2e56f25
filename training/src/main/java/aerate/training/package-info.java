/**
 * Turns films and a recipe into a checkpoint, which is all that reading needs. Stands on {@code film}, {@code network} and
 * {@code diffusion}; {@code reading} never sees it.
 */
package aerate.training;
