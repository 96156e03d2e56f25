/**
 * Grey PNG, decoded to its samples. A browser's own decoder gives eight bits; a film may have sixteen.
 *
 * Of the format (W3C, PNG, third edition) this reads what the server writes: grey of 8 or 16 bits, not interlaced.
 */
import { Picture } from './picture.js';

const SIGNATURE = 8;
const CHUNK_FRAME = 12; // length, name and checksum

export async function decode(bytes) {
  const view = new DataView(bytes);
  const packed = [];
  let header = null;
  for (let at = SIGNATURE; at < bytes.byteLength;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...new Uint8Array(bytes, at + 4, 4));
    if (name === 'IHDR') {
      header = read(view, at + 8);
    } else if (name === 'IDAT') {
      packed.push(new Uint8Array(bytes, at + 8, length));
    }
    at += length + CHUNK_FRAME;
  }
  const unpacked = new Blob(packed).stream().pipeThrough(new DecompressionStream('deflate'));
  const rows = new Uint8Array(await new Response(unpacked).arrayBuffer());
  unfilter(rows, header);
  return new Picture(header.width, header.height, header.bits, samples(rows, header));
}

function read(view, at) {
  const header = { width: view.getUint32(at), height: view.getUint32(at + 4), bits: view.getUint8(at + 8) };
  const [colour, interlaced] = [view.getUint8(at + 9), view.getUint8(at + 12)];
  if (colour !== 0 || interlaced !== 0 || (header.bits !== 8 && header.bits !== 16)) {
    throw new Error(`a film's PNG must be grey of 8 or 16 bits, was colour type ${colour} of ${header.bits}`);
  }
  return header;
}

/** Undoes the filter of each row in place; the first byte of a row names it. */
function unfilter(rows, { width, height, bits }) {
  const step = bits / 8;
  const length = width * step;
  for (let y = 0; y < height; y++) {
    const start = y * (length + 1) + 1;
    const undo = FILTERS[rows[start - 1]];
    const above = start - length - 1;
    for (let x = 0; x < length; x++) {
      const left = x >= step ? rows[start + x - step] : 0;
      const up = y > 0 ? rows[above + x] : 0;
      const corner = y > 0 && x >= step ? rows[above + x - step] : 0;
      rows[start + x] += undo(left, up, corner);
    }
  }
}

const FILTERS = [
  () => 0,
  (left) => left,
  (left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

function paeth(left, up, corner) {
  const byLeft = Math.abs(up - corner);
  const byUp = Math.abs(left - corner);
  const byCorner = Math.abs(left + up - 2 * corner);
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

function samples(rows, { width, height, bits }) {
  const samples = new Uint16Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    let from = y * ((width * bits) / 8 + 1) + 1;
    for (let x = 0; x < width; x++, at++) {
      samples[at] = bits === 8 ? rows[from++] : (rows[from++] << 8) | rows[from++];
    }
  }
  return samples;
}
