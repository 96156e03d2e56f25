/** What the server's databases need beside SQL. */
package aerate.server.database;
