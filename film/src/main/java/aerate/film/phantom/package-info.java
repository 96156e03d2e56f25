/**
 * Phantoms: procedural frontal chest films whose lesion and healthy twin are known. An {@code Anatomy} per patient, a
 * {@code Positioning}, {@code Exposure} and {@code Markings} per film and a {@code Lesion} where the patient is sick are
 * rendered into a film; neighbour of {@code aerate.film}, on whose types it stands.
 */
package aerate.film.phantom;
