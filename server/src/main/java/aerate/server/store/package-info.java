/** Where files lie; the database knows their keys. */
package aerate.server.store;
