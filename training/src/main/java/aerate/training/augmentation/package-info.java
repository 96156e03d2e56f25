/** Changes of training films that a network must learn to see through. Tensors in, tensors out; drawn per film. */
package aerate.training.augmentation;
