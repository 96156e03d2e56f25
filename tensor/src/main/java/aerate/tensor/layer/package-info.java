/** The building blocks of networks: parameters and the functions they define. Stands on {@code aerate.tensor} alone. */
package aerate.tensor.layer;
