/**
 * The command line: translates words, picks files, owns threads and progress bars; no mathematics. The only module that
 * knows picocli.
 */
package aerate.cli;
