/** Films are read: the queue, those who work it off, the model in use, results, and what radiologists say of them. */
package aerate.server.reading;
