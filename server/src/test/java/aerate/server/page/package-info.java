/** Tests of the page, in a real browser. */
package aerate.server.page;
