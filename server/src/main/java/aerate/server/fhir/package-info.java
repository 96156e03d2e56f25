/** Results as FHIR resources. */
package aerate.server.fhir;
