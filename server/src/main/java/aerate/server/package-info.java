/** The server of a clinic, an edge of its own. Stands on {@code aerate.reading} and {@code aerate.report}. */
package aerate.server;
