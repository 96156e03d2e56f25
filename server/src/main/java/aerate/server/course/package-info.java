/** Treatment courses on demand: jobs that take minutes, with progress, and an end when nobody wants them any more. */
package aerate.server.course;
