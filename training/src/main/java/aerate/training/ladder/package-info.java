/**
 * The reference's ladder: recipes that each add one thing to the one before, trained with several seeds on the same patients
 * and compared. Stands on {@code search}, whose trials its runs are.
 */
package aerate.training.ladder;
