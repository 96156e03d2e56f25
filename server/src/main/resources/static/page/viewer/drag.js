/** Mouse, pen and fingers on a pane. */

const WINDOW_PER_PIXEL = 1 / 250;
const ZOOM_PER_WHEEL = 1 / 500;

/** Which tool the plain drag is: 'window' or 'move'. */
export const tool = { current: 'window' };

/**
 * Drag: window (right wider, up brighter), or moves the film (other tool, other button, with shift); wheel: zoom; two
 * fingers: zoom and move; double click: fit.
 */
export function drag(canvas, pane) {
  const pointers = new Map();
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, event);
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || !pane.hasPicture) {
      return;
    }
    if (pointers.size === 2) {
      pinch([...pointers.values()], before, event, pane);
    } else if (tool.current === 'move' || event.shiftKey || event.buttons > 1) {
      move(before, event, pane);
    } else {
      pane.view.window(
        (event.clientX - before.clientX) * WINDOW_PER_PIXEL, (before.clientY - event.clientY) * WINDOW_PER_PIXEL);
    }
    pointers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, (event) => pointers.delete(event.pointerId));
  }
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    if (pane.hasPicture) {
      pane.view.enlarge(2 ** (-event.deltaY * ZOOM_PER_WHEEL), pane.fitting, pane.point(event));
    }
  }, { passive: false });
  canvas.addEventListener('dblclick', () => pane.view.fit());
  canvas.addEventListener('contextmenu', (event) => event.preventDefault()); // the other button moves the film
}

function move(before, event, pane) {
  pane.view.move(
    pane.share((event.clientX - before.clientX) * devicePixelRatio, 'width'),
    pane.share((event.clientY - before.clientY) * devicePixelRatio, 'height'));
}

function pinch(fingers, before, event, pane) {
  const still = fingers.find((finger) => finger.pointerId !== event.pointerId);
  const apart = (finger) => Math.hypot(finger.clientX - still.clientX, finger.clientY - still.clientY);
  pane.view.enlarge(apart(event) / Math.max(1, apart(before)), pane.fitting, pane.point(still));
}
