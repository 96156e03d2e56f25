/** Light or dark: as the system has it until somebody chooses. */
const KEPT = 'aerate.look';
const dark = matchMedia('(prefers-color-scheme: dark)');

export function applyLook() {
  document.documentElement.dataset.look = localStorage.getItem(KEPT) ?? (dark.matches ? 'dark' : 'light');
}

export function toggleLook() {
  localStorage.setItem(KEPT, document.documentElement.dataset.look === 'dark' ? 'light' : 'dark');
  applyLook();
}

dark.addEventListener('change', applyLook);
