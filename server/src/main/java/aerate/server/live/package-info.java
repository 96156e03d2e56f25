/** What changes, told as it happens. */
package aerate.server.live;
