/** Who may do what, and who did: accounts, tokens, tenants, log. The server's other packages stand on it. */
package aerate.server.access;
