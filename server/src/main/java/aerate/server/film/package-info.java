/** Films: taken in, kept, listed, shown. Stands on {@code store} and {@code access}; readings stand on it. */
package aerate.server.film;
