/** What defines a run, as records read from YAML, and nothing else. {@code aerate.training} carries it out. */
package aerate.training.recipe;
