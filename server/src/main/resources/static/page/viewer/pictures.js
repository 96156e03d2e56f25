/** Pictures as they are asked for; those that were seen last, or are likely to be seen next, are kept decoded. */
import * as api from '../api.js';
import { decode } from './png.js';

const MOST_KEPT = 12;
const kept = new Map();

/** A film, as deep as its file is. */
export const filmPicture = (id) => picture(`/api/films/${id}/image?depth=16`);

/** A course's film. */
export const coursePicture = (course, lambda) => picture(`/api/courses/${course}/films/${lambda}`);

/** A film's heat map alone, as something to lay over it. */
export async function heatMap(id) {
  return createImageBitmap(await api.blob(`/api/films/${id}/heatmap?kind=map`));
}

function picture(path) {
  const found = kept.get(path) ?? fetched(path);
  kept.delete(path); // and to the end: what was asked for longest ago goes first
  kept.set(path, found);
  if (kept.size > MOST_KEPT) {
    kept.delete(kept.keys().next().value);
  }
  return found;
}

function fetched(path) {
  const picture = api.blob(path).then((file) => file.arrayBuffer()).then(decode);
  picture.catch(() => kept.delete(path)); // to be tried again
  return picture;
}
