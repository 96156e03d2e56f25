/**
 * Looks for the recipe that learns best: which trials there are, which runs next, and what is remembered of them. Stands on
 * {@code recipe}; how a trial is run, in another process or on another machine, is a {@link TrialExecutor}'s affair.
 */
package aerate.training.search;
