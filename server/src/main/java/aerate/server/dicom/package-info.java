/** DICOM in and out: DICOMweb for archives that ask us, and a client for one that we ask; a watched folder. */
package aerate.server.dicom;
