/** What whoever runs the server watches: whether films, or what is said of them, are not what they were. */
package aerate.server.operation;
